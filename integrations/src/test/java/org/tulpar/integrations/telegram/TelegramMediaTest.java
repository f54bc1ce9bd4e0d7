package org.tulpar.integrations.telegram;

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

class TelegramMediaTest {

  @RegisterExtension final LocalServer server = new LocalServer();
  private final TelegramMedia media =
      new TelegramMedia(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void theLargestPhotoIsAskedForAndFetched() {
    server.answering(
        exchange -> {
          var asks = exchange.getRequestURI().getPath().endsWith("/getFile");
          LocalServer.json(200, asks ? "{\"result\":{\"file_path\":\"photos/file_1.jpg\"}}" : "JPG")
              .give(exchange);
        });
    var found = (Fetched.Found) fetch(Sample.body("telegram-02-photo-reply").toString());
    assertThat(found.bytes()).asString().isEqualTo("JPG");
    assertThat(server.requests())
        .extracting(LocalServer.Request::path)
        .containsExactly("/bot7000000001:AA/getFile", "/file/bot7000000001:AA/photos/file_1.jpg");
  }

  @Test
  void aPathThatLeadsElsewhereIsNotFollowed() {
    server.answering(LocalServer.json(200, "{\"result\":{\"file_path\":\"../../secret\"}}"));
    assertThat(fetch(Sample.body("telegram-02-photo-reply").toString()))
        .isInstanceOf(Fetched.Missing.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anUpdateWithoutAFileHasNoneForGood() {
    for (var raw : new String[] {Sample.body("telegram-01-text").toString(), "{", null}) {
      assertThat(fetch(raw))
          .isInstanceOfSatisfying(
              Fetched.Missing.class, missing -> assertThat(missing.forGood()).isTrue());
    }
    assertThat(server.requests()).isEmpty();
  }

  private Fetched fetch(String raw) {
    var channel = server.channel(ChannelType.TELEGRAM, "7000000001", "7000000001:AA");
    return media.fetch(channel, new Wanted("5012345678:43", null, raw, 1000));
  }
}
