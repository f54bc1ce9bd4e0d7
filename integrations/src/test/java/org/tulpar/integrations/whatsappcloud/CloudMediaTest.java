package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Sample;
import org.tulpar.media.MediaSource.Fetched;
import org.tulpar.media.MediaSource.Wanted;

class CloudMediaTest {

  private static final String BATCH = Sample.body("cloud-04-batch-messages-and-context").toString();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final CloudMedia media =
      new CloudMedia(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void theFileOfThatMessageIsAskedForAndFetchedWithTheToken() {
    server.answering(
        exchange -> {
          var asks = exchange.getRequestURI().getPath().equals("/v23.0/1002");
          LocalServer.json(200, asks ? "{\"url\":\"" + server.uri() + "/file\"}" : "JPG")
              .give(exchange);
        });
    assertThat(((Fetched.Found) fetch("wamid.A")).bytes()).asString().isEqualTo("JPG");
    assertThat(server.requests())
        .extracting(LocalServer.Request::path)
        .containsExactly("/v23.0/1002", "/file");
    assertThat(server.requests())
        .extracting(LocalServer.Request::authorization)
        .containsOnly("Bearer TOKEN");
  }

  @Test
  void aMessageWithoutAFileHasNoneForGood() {
    assertThat(fetch("wamid.B"))
        .isInstanceOfSatisfying(
            Fetched.Missing.class, missing -> assertThat(missing.forGood()).isTrue());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsNotCalled() {
    server.answering(LocalServer.json(200, "{\"url\":\"file:///etc/passwd\"}"));
    assertThat(fetch("wamid.A")).isInstanceOf(Fetched.Missing.class);
    assertThat(server.requests()).hasSize(1);
  }

  private Fetched fetch(String messageId) {
    var channel = server.channel(ChannelType.WHATSAPP_CLOUD, "106540352242922", "/v23.0", "TOKEN");
    return media.fetch(channel, new Wanted(messageId, null, BATCH, 1000));
  }
}
