package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.Proof;
import org.tulpar.channel.Routing;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.KeyedLine;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.channel.line.KeyedLines;
import org.tulpar.channel.line.LineRefused;
import org.tulpar.channel.line.LineRow;
import org.tulpar.channel.line.Lines;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.watch.LineLook;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** A line that a key opens: connected, looked after, given another key, disconnected. */
class KeyedLinesTest {

  private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final OrganizationId organization = new OrganizationId(UUID.randomUUID());
  private final MovingClock clock = new MovingClock();
  private ScriptedKey provider;
  private Rig rig;

  private void prepare(ChannelType type) throws SQLException {
    provider = new ScriptedKey(type);
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 4))
            .source("app", new Pool(Database.source("tulpar_app"), 4))
            .with(TenantSql.class, new ScopedSql(new Pool(Database.source("tulpar_app"), 2)))
            .with(Clock.class, clock)
            .with(GatewayLine.class, provider)
            .with(ChannelPayloads.class, Adapters.evolution())
            .with(InboundQueue.class, lane -> {})
            .with(TurnQueue.class, lane -> {})
            .setting("tulpar.secret.key", MASTER)
            .setting("tulpar.public-url", "http://crm/")
            .setting("tulpar.telegram.url", "http://provider");
    try (var connection = Database.superuser();
        var statement =
            connection.prepareStatement(
                "insert into organization (organization_id, name) values (?, 'Test')")) {
      statement.setObject(1, organization.value());
      statement.executeUpdate();
    }
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aKeyThatItsProviderDoesNotKnowIsNotKept() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    provider.trouble = "key";
    refused("refused.channel_key", () -> connect("7:old", ""));
    provider.trouble = null;
    provider.openTrouble = "unreachable";
    refused("refused.channel_unreachable", () -> connect("7:old", ""));
    assertThat(lines()).isEmpty();
  }

  @Test
  void anAccountThatIsConnectedPostsToUsAndItsKeyIsSealed() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    var channel = connect("7:old", "");
    var line = lines().getFirst();
    assertThat(line.name()).isEqualTo("@tien_shan_bot");
    assertThat(line.state()).isEqualTo(ConnectionState.OPEN);
    assertThat(line.registeredAt()).isNotNull();
    assertThat(provider.registration.url()).startsWith("http://crm/webhooks/telegram/");
    assertThat(opens(new Proof.Shown(provider.registration.secret()))).isTrue();
    assertThat(look("select position('7:old'::bytea in api_key_sealed) from channel where id = ?"))
        .isEqualTo("0");
    assertThat(opening(channel)).isEqualTo("7:old");
    refused("refused.channel_twice", () -> connect("7:other", ""));
  }

  @Test
  void anotherKeyOfTheAccountIsUsedAtOnceAndOneOfAnotherAccountNever() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    var channel = connect("7:old", "");
    assertThat(opening(channel)).isEqualTo("7:old");
    provider.account = new KeyedLine.Account("8", "@other");
    refused("refused.channel_other", () -> exchange(channel, "8:new", ""));
    provider.trouble = "key";
    refused("refused.channel_key", () -> exchange(channel, "7:bad", ""));
    assertThat(opening(channel)).isEqualTo("7:old");
    provider.trouble = null;
    provider.account = new KeyedLine.Account("7000000009", "@tien_shan_bot");
    exchange(channel, "7:new", "");
    assertThat(opening(channel)).as("without waiting for what is remembered").isEqualTo("7:new");
    assertThat(provider.registered).isEqualTo(2);
  }

  @Test
  void whatIsSignedWithTheKeyBeforeIsTakenForADay() throws SQLException {
    prepare(ChannelType.WHATSAPP_CLOUD);
    var channel = connect("EAA", "first");
    assertThat(opens(signed("first"))).isTrue();
    exchange(channel, "EAA2", "second");
    clock.move(Duration.ofSeconds(9));
    assertThat(opens(signed("first"))).isTrue();
    assertThat(opens(signed("second"))).isTrue();
    provider.registration = lines().getFirst().posting();
    clock.move(Duration.ofHours(25));
    lookAtIt(channel);
    assertThat(opens(signed("first"))).isFalse();
    assertThat(opens(signed("second"))).isTrue();
  }

  @Test
  void anAddressThatAPersonEntersIsMissedUntilItIsThere() throws SQLException {
    prepare(ChannelType.WHATSAPP_CLOUD);
    var channel = connect("EAA", "first");
    assertThat(lines().getFirst().registeredAt()).isNull();
    lookAtIt(channel);
    assertThat(lines().getFirst().problem()).isEqualTo("unregistered");
    provider.registration = lines().getFirst().posting();
    lookAtIt(channel);
    assertThat(lines().getFirst().problem()).isNull();
    assertThat(lines().getFirst().registeredAt()).isNotNull();
    assertThat(provider.registered).isZero();
  }

  @Test
  void anAddressThatGotLostIsSetAgainAndAChangedSecretIsTold() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    var channel = connect("7:old", "");
    lookAtIt(channel);
    assertThat(provider.registered).as("it was right").isEqualTo(1);
    provider.registration = null;
    lookAtIt(channel);
    assertThat(provider.registered).isEqualTo(2);
    var before = provider.registration.secret();
    within(
        () -> {
          rig.get(Lines.class).rotate(channel);
          return null;
        });
    clock.move(Duration.ofSeconds(9));
    lookAtIt(channel);
    assertThat(provider.registration.secret()).isNotEqualTo(before);
    assertThat(opens(new Proof.Shown(provider.registration.secret()))).isTrue();
    assertThat(opens(new Proof.Shown(before))).isTrue();
  }

  @Test
  void aRevokedKeyIsAProblemAndADisconnectedChannelIsNone() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    var channel = connect("7:old", "");
    provider.trouble = "key";
    lookAtIt(channel);
    assertThat(lines().getFirst().problem()).isEqualTo("key");
    within(
        () -> {
          rig.get(KeyedLines.class).disconnect(channel);
          return null;
        });
    var asked = provider.asked;
    lookAtIt(channel);
    assertThat(provider.asked).as("nobody asks for what was ended").isEqualTo(asked);
    var line = lines().getFirst();
    assertThat(line.opened()).isFalse();
    assertThat(line.problem()).isNull();
    assertThat(line.downSince()).isNull();
    assertThat(opening(channel)).isEmpty();
    provider.trouble = null;
    exchange(channel, "7:new", "");
    assertThat(lines().getFirst().state()).isEqualTo(ConnectionState.OPEN);
  }

  @Test
  void anAccountMayComeBackAfterItsLineHasLeftTheList() throws SQLException {
    prepare(ChannelType.TELEGRAM);
    var first = connect("7:old", "");
    refused("refused.channel_connected", () -> remove(first));
    within(
        () -> {
          rig.get(KeyedLines.class).disconnect(first);
          return null;
        });
    remove(first);
    assertThat(lines()).isEmpty();
    var second = connect("7:old", "");
    assertThat(lines()).extracting(LineRow::id).containsExactly(second);
  }

  private void remove(UUID channel) {
    within(
        () -> {
          rig.get(Lines.class).remove(channel);
          return null;
        });
  }

  private UUID connect(String token, String signing) {
    return within(() -> rig.get(KeyedLines.class).connect(provider.type, "", key(token, signing)));
  }

  private void exchange(UUID channel, String token, String signing) {
    within(
        () -> {
          rig.get(KeyedLines.class).exchange(channel, key(token, signing));
          return null;
        });
  }

  private static Key key(String token, String signing) {
    return new Key("7000000009", "5", token, signing);
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(LineRefused.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private java.util.List<LineRow> lines() {
    return within(() -> rig.get(Lines.class).all());
  }

  private void lookAtIt(UUID channel) throws SQLException {
    rig.get(LineLook.class).at(organization, channel, provider.type);
  }

  private String opening(UUID channel) {
    return rig.get(ChannelDirectory.class).required(organization, channel).orElseThrow().apiKey();
  }

  private boolean opens(Proof proof) throws SQLException {
    var node =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 1))
            .setting("tulpar.secret.key", MASTER)
            .with(Clock.class, clock);
    var url = lines().getFirst().posting().url();
    var key = url.substring(url.lastIndexOf('/') + 1);
    return node.get(Routing.class).find(provider.type, key, proof, BODY).isPresent();
  }

  private static Proof signed(String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new Proof.Signed(mac.doFinal(BODY));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String look(String sql) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, lines().getFirst().id());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private <T> T within(Supplier<T> work) {
    return TenantScope.within(organization, work);
  }
}
