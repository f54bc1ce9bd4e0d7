package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.line.GatewayLine.Registration;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine.Account;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;

/** Against a real server that gives the documented answers. */
class TelegramLineTest {

  private static final String TOKEN = "7000000001:AA-secret_1";

  @RegisterExtension final LocalServer server = new LocalServer();
  private final TelegramLine line =
      new TelegramLine(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void aBotIsKnownByItsNumberAndCalledByItsName() throws GatewayTrouble {
    answering(200, "{\"ok\":true,\"result\":{\"id\":7000000001,\"username\":\"peaks_bot\"}}");
    assertThat(line.account(server.uri(), key(TOKEN)))
        .isEqualTo(new Account("7000000001", "@peaks_bot"));
    assertThat(server.requests().getFirst().path()).isEqualTo("/bot" + TOKEN + "/getMe");
  }

  @Test
  void aTokenThatOpensNothingIsTold() {
    answering(401, "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    trouble("key", key(TOKEN));
    answering(500, "<html>");
    trouble("refused", key(TOKEN));
    answering(200, "{\"ok\":true,\"result\":{}}");
    trouble("unreadable", key(TOKEN));
    var asked = server.requests().size();
    trouble("key", key("../etc/passwd"));
    trouble("key", key(""));
    assertThat(server.requests()).as("what is no token is not sent").hasSize(asked);
  }

  @Test
  void theAddressIsGivenWithItsSecret() throws Exception {
    answering(200, "{\"ok\":true,\"result\":true}");
    line.register(access(), new Registration("https://crm/webhooks/telegram/k", "Bearer s3cret"));
    var body = new ObjectMapper().readTree(server.requests().getFirst().body());
    assertThat(body.path("url").asText()).isEqualTo("https://crm/webhooks/telegram/k");
    assertThat(body.path("secret_token").asText()).isEqualTo("s3cret");
    assertThat(body.path("allowed_updates")).hasSize(5);
  }

  @Test
  void aBotWithoutAWebhookPostsNowhere() throws GatewayTrouble {
    answering(200, "{\"ok\":true,\"result\":{\"url\":\"\"}}");
    assertThat(line.registration(access())).isNull();
  }

  private void trouble(String code, Key key) {
    assertThatThrownBy(() -> line.account(server.uri(), key))
        .isInstanceOfSatisfying(
            GatewayTrouble.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).doesNotContain("AA-secret");
            });
  }

  private void answering(int status, String body) {
    server.answering(LocalServer.json(status, body));
  }

  private static Key key(String token) {
    return new Key(null, null, token, null);
  }

  private ChannelAccess access() {
    return server.channel(ChannelType.TELEGRAM, "7000000001", TOKEN);
  }
}
