package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.Trace;
import org.tulpar.channel.ChannelGateway.Wanted;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Deferred;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.channel.SendResult.Unknown;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Sample;

/** Against a real server that gives the documented answers. */
class TelegramGatewayTest {

  private static final String CHAT = "5012345678";
  private static final String TOKEN = "7000000001:AA-secret_1";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final TelegramGateway gateway =
      new TelegramGateway(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void aSentTextHasTheChatsAndTheMessagesNumber() throws IOException {
    answering("response_ok");
    assertThat(send(CHAT + ":42")).isEqualTo(new Accepted(CHAT + ":46"));
    var request = server.requests().getFirst();
    assertThat(request.path()).isEqualTo("/bot" + TOKEN + "/sendMessage");
    var body = JSON.readTree(request.body());
    assertThat(body.get("chat_id").longValue()).isEqualTo(5012345678L);
    assertThat(body.get("text").asText()).isEqualTo("Добрый день!");
    assertThat(body.at("/reply_parameters/message_id").longValue()).isEqualTo(42);
  }

  @Test
  void aMessageOfAnotherChatIsNotQuoted() throws IOException {
    answering("response_ok");
    send("111:42");
    assertThat(JSON.readTree(server.requests().getFirst().body()).has("reply_parameters"))
        .isFalse();
  }

  @Test
  void tooFastWaitsAsLongAsTelegramSays() {
    answering("response_429");
    assertThat(send(null))
        .isEqualTo(
            new Deferred(
                "rate_limited", "429 Too Many Requests: retry after 5", Duration.ofSeconds(5)));
  }

  @Test
  void aBlockedBotIsNotTriedAgain() {
    answering("response_403");
    assertThat(send(null))
        .isEqualTo(new Rejected("blocked_by_client", "403 Forbidden: bot was blocked by the user"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          400, 'Bad Request: chat not found',      bad_recipient
          400, 'Bad Request: message is too long', too_long
          400, 'Bad Request: strange',             bad_request
          401, 'Unauthorized',                     unauthorized
          404, 'Not Found',                        unauthorized
          413, 'Request Entity Too Large',         too_long
          """)
  void whatTelegramRefusesIsRefused(int status, String description, String code) {
    server.answering(
        LocalServer.json(status, "{\"ok\":false,\"description\":\"%s\"}".formatted(description)));
    assertThat(send(null)).isEqualTo(new Rejected(code, status + " " + description));
  }

  @Test
  void whatMayHaveBeenSentIsUnknown() {
    server.answering(LocalServer.json(502, "<html>Bad Gateway</html>"));
    assertThat(send(null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.json(200, "{\"ok\":true}"));
    assertThat(send(null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.silence());
    assertThat(send(null)).isInstanceOf(Unknown.class);
    server.answering(LocalServer.hangUp());
    assertThat(send(null)).isInstanceOf(Unknown.class);
  }

  @Test
  void aCredentialThatIsNoTokenIsNeverSent() {
    var result = gateway.sendText(channel("../../evil"), CHAT, "x", null);
    assertThat(result)
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> assertThat(r.detail()).as("no secret in words").doesNotContain("evil"));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anAddressThatIsNoChatIsRefused() {
    assertThat(gateway.sendText(channel(TOKEN), "@channel", "x", null))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void thereIsNoHistoryToAsk() {
    assertThat(gateway.trace(channel(TOKEN), CHAT, new Wanted("TEXT", "x"), Instant.EPOCH))
        .isInstanceOf(Trace.Unreadable.class);
  }

  private void answering(String answer) {
    var told = Sample.of("telegram-04-send").get(answer);
    server.answering(LocalServer.json(told.get("status").asInt(), told.get("body").toString()));
  }

  private SendResult send(String quoted) {
    return gateway.sendText(channel(TOKEN), CHAT, "Добрый день!", quoted);
  }

  private ChannelAccess channel(String token) {
    return server.channel(ChannelType.TELEGRAM, "7000000001", token);
  }
}
