package org.tulpar.integrations.chat2desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.UUID;
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
import org.tulpar.tenant.OrganizationId;

/** Against a real server that gives the documented answers. */
class Chat2DeskLineTest {

  private static final String TWO_LINES =
      "{\"data\":[{\"id\":17,\"name\":\"Sales\"},{\"id\":18,\"phone\":\"996555\"}]}";

  private final UUID channel = UUID.randomUUID();
  @RegisterExtension final LocalServer server = new LocalServer();
  private final Chat2DeskLine line =
      new Chat2DeskLine(server.http(), new GatewaySettings(Duration.ofSeconds(2)));

  @Test
  void ofSeveralLinesOneIsMeant() throws GatewayTrouble {
    answering(200, TWO_LINES);
    assertThat(line.account(server.uri(), key("18"))).isEqualTo(new Account("18", "996555"));
    assertThat(server.requests().getFirst().authorization()).isEqualTo("token");
    trouble("which", key(""));
    trouble("number", key("19"));
    answering(200, "{\"data\":[{\"id\":17,\"name\":\"Sales\"}]}");
    assertThat(line.account(server.uri(), key(""))).isEqualTo(new Account("17", "Sales"));
    answering(401, "{\"status\":\"error\"}");
    trouble("key", key("17"));
  }

  @Test
  void ourHookIsKnownAmongOthersByItsName() throws Exception {
    answering(
        200,
        "{\"data\":[{\"id\":1,\"name\":\"CRM\",\"url\":\"https://x\"},{\"id\":2,\"name\":\"Tulpar %s\",\"url\":\"https://crm/w/k?secret=s3\"}]}"
            .formatted(channel));
    assertThat(line.registration(access()))
        .isEqualTo(new Registration("https://crm/w/k", "Bearer s3"));
    line.register(access(), new Registration("https://crm/w/k", "Bearer s4"));
    var changed = server.requests().getLast();
    assertThat(changed.path()).isEqualTo("/v1/webhooks/2");
    assertThat(new ObjectMapper().readTree(changed.body()).path("url").asText())
        .isEqualTo("https://crm/w/k?secret=s4");
    answering(200, "{\"data\":[]}");
    assertThat(line.registration(access())).isNull();
  }

  private void trouble(String code, Key key) {
    assertThatThrownBy(() -> line.account(server.uri(), key))
        .isInstanceOfSatisfying(GatewayTrouble.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private void answering(int status, String body) {
    server.answering(LocalServer.json(status, body));
  }

  private static Key key(String number) {
    return new Key(number, null, "token", null);
  }

  private ChannelAccess access() {
    return new ChannelAccess(
        new OrganizationId(UUID.randomUUID()),
        channel,
        ChannelType.CHAT2DESK,
        "17",
        server.uri(),
        "token");
  }
}
