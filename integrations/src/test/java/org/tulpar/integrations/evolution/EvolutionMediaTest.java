package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.media.MediaSource.Fetched;
import org.tulpar.media.MediaSource.Wanted;

class EvolutionMediaTest {

  private static final int MOST = 200_000;
  private static final byte[] FILE = "the file".getBytes(StandardCharsets.UTF_8);
  private static final GatewaySettings SETTINGS =
      new GatewaySettings(Duration.ofMillis(700), Duration.ofSeconds(2));

  @RegisterExtension final LocalServer server = new LocalServer();

  private Fetched fetch(String url, String raw) {
    return fetch(server.http(), url, raw);
  }

  private Fetched fetch(OutboundClient client, String url, String raw) {
    var channel = server.channel(ChannelType.EVOLUTION, "wa-1", "KEY");
    return new EvolutionMedia(client, SETTINGS)
        .fetch(channel, new Wanted("MESSAGE", url, raw, MOST));
  }

  private void answerFile(int size) {
    var base64 = Base64.getEncoder().encodeToString(new byte[size]);
    server.answering(
        LocalServer.json(
            201,
            "{\"size\":{\"fileLength\":8},\"base64\":\"%s\",\"fileName\":\"a.png\"}"
                .formatted(base64)));
  }

  @Test
  void a_file_inside_the_webhook_needs_no_call() {
    var raw = Captured.numbered("arrived", 42);
    assertThat(((Fetched.Found) fetch(null, raw)).bytes()).isNotEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_file_that_is_offered_is_downloaded_without_our_key() {
    server.answering(LocalServer.json(200, "the file"));
    assertThat(((Fetched.Found) fetch(server.uri() + "/file.png", "{}")).bytes()).isEqualTo(FILE);
    assertThat(server.requests().getFirst().path()).isEqualTo("/file.png");
    assertThat(server.requests().getFirst().apiKey()).isNull();
  }

  @Test
  void else_evolution_is_asked_for_it() {
    answerFile(8);
    var found = (Fetched.Found) fetch("https://mmg.whatsapp.net/x.enc", null);
    assertThat(found.bytes()).hasSize(8);
    assertThat(found.fileName()).isEqualTo("a.png");
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/chat/getBase64FromMediaMessage/wa-1");
    assertThat(request.apiKey()).isEqualTo("KEY");
    assertThat(request.body()).contains("\"id\":\"MESSAGE\"");
  }

  @Test
  void a_file_may_be_longer_than_other_answers_and_not_longer_than_allowed() {
    answerFile(150_000);
    assertThat(((Fetched.Found) fetch(null, null)).bytes()).hasSize(150_000);
    answerFile(400_000);
    var missing = (Fetched.Missing) fetch(null, null);
    assertThat(missing.code()).isEqualTo("too_large");
    assertThat(missing.forGood()).isTrue();
  }

  @Test
  void what_evolution_does_not_find_yet_is_asked_again() {
    server.answering(LocalServer.json(400, "{\"response\":{\"message\":[\"Message not found\"]}}"));
    assertThat(((Fetched.Missing) fetch(null, null)).forGood()).isFalse();
    server.answering(LocalServer.hangUp());
    assertThat(((Fetched.Missing) fetch(null, null)).forGood()).isFalse();
  }

  /** The time is only when to give up on a test that waits for the whole file. */
  @Test
  @Timeout(45)
  void a_file_that_does_not_come_in_time_is_given_up_and_asked_for_again() {
    var brief = new GatewaySettings(Duration.ofMinutes(1), Duration.ofMillis(300));
    server.answering(LocalServer.silence());
    assertGivenUp(brief, null);
    server.answering(LocalServer.drip());
    assertGivenUp(brief, null);
    assertGivenUp(brief, server.uri() + "/file.png");
  }

  private void assertGivenUp(GatewaySettings settings, String url) {
    var channel = server.channel(ChannelType.EVOLUTION, "wa-1", "KEY");
    var missing =
        (Fetched.Missing)
            new EvolutionMedia(server.http(), settings)
                .fetch(channel, new Wanted("MESSAGE", url, null, MOST));
    assertThat(missing.code()).isEqualTo("timeout");
    assertThat(missing.forGood()).isFalse();
  }

  @Test
  void an_answer_without_a_file_is_no_file() {
    for (var body : new String[] {"{}", "[]", "no", "{\"base64\":\"%%%\"}", "{\"base64\":7}"}) {
      server.answering(LocalServer.json(201, body));
      assertThat(fetch(null, null)).as(body).isInstanceOf(Fetched.Missing.class);
    }
  }

  @Test
  void a_private_address_is_never_called() {
    try (var guarded = LocalServer.guardedClient()) {
      assertThat(fetch(guarded, server.uri() + "/secret", "{}"))
          .isInstanceOf(Fetched.Missing.class);
      assertThat(server.requests()).isEmpty();
    }
  }
}
