package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine.Account;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;

/** Against a real server that gives the documented answers. */
class CloudLineTest {

  private static final String NUMBER = "106540352242922";

  @RegisterExtension final LocalServer server = new LocalServer();
  private final CloudLine line =
      new CloudLine(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void aNumberIsCalledAsMetaKnowsIt() throws GatewayTrouble {
    answering(
        200,
        "{\"id\":\"%1$s\",\"display_phone_number\":\"+1 555\",\"verified_name\":\"Peaks\",\"data\":[{\"id\":\"%1$s\"}]}"
            .formatted(NUMBER));
    assertThat(line.account(server.uri(), key(NUMBER, "5", "secret")))
        .isEqualTo(new Account(NUMBER, "Peaks +1 555"));
    var requests = server.requests();
    assertThat(requests.get(0).path()).isEqualTo("/" + NUMBER);
    assertThat(requests.get(0).authorization()).isEqualTo("Bearer EAA");
    assertThat(requests.get(1).path()).isEqualTo("/5/phone_numbers");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          401, 190, 'Invalid OAuth access token.',        key
          400, 190, 'Error validating access token',      key
          400, 100, 'Invalid appsecret_proof provided',   app_secret
          400, 100, 'Unsupported get request.',           number
          500, 1,   'Something went wrong',               refused
          """)
  void whatDoesNotFitIsNamed(int status, int code, String message, String told) {
    answering(status, "{\"error\":{\"code\":%d,\"message\":\"%s\"}}".formatted(code, message));
    trouble(told, key(NUMBER, "5", "secret"));
  }

  @Test
  void aNumberOfAnotherBusinessIsTold() {
    answering(200, "{\"id\":\"%s\",\"data\":[{\"id\":\"1\"}]}".formatted(NUMBER));
    trouble("business", key(NUMBER, "5", "secret"));
  }

  @Test
  void whatIsNoNumberIsNotAskedFor() {
    trouble("number", key("../me", "5", "secret"));
    trouble("business", key(NUMBER, "x/y", "secret"));
    trouble("app_secret", key(NUMBER, "5", ""));
    trouble("key", new Key(NUMBER, "5", "", "secret"));
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void theAddressOfTheNumberStandsBeforeThatOfTheApp() throws GatewayTrouble {
    answering(
        200,
        "{\"webhook_configuration\":{\"application\":\"https://a\",\"phone_number\":\"https://b\"}}");
    assertThat(line.registration(access()).url()).isEqualTo("https://b");
    answering(200, "{}");
    assertThat(line.registration(access())).isNull();
  }

  private void trouble(String code, Key key) {
    assertThatThrownBy(() -> line.account(server.uri(), key))
        .isInstanceOfSatisfying(GatewayTrouble.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private void answering(int status, String body) {
    server.answering(LocalServer.json(status, body));
  }

  private static Key key(String number, String business, String signing) {
    return new Key(number, business, "EAA", signing);
  }

  private ChannelAccess access() {
    return server.channel(ChannelType.WHATSAPP_CLOUD, NUMBER, "EAA");
  }
}
