package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.integrations.chat2desk.Chat2DeskPayloads;
import org.tulpar.tenant.OrganizationId;

/** Two lines of one token of Chat2Desk's: the hook of each is told what comes to both. */
class OtherLinesTest {

  private static final Path SAMPLE =
      Path.of("../integrations/src/test/resources/samples/chat2desk-01-inbox.json");

  private final ChannelPayloads payloads = new Chat2DeskPayloads(Clock.systemUTC());
  private final UUID id = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();
  private Pipeline pipeline;
  private Rig rig;

  @BeforeEach
  void twoLines() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0, id, (short) Lane.of(new OrganizationId(id)));
    pipeline.prepare(
        "update channel set type = 'CHAT2DESK', instance = '17404' where organization_id = ?", id);
    pipeline.prepare(
        "update channel_route set channel_type = 'CHAT2DESK' where organization_id = ?", id);
    pipeline.prepare(
        "insert into channel (organization_id, id, type, name, instance, api_url) values (?, ?,"
            + " 'CHAT2DESK', 'Second', '17405', 'http://127.0.0.1')",
        id,
        second);
    pipeline.prepare(
        "insert into channel_route (organization_id, channel_id, channel_key, channel_type,"
            + " secret_hash) values (?, ?, ?, 'CHAT2DESK', '')",
        id,
        second,
        second.toString());
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 3))
            .with(ChannelPayloads.class, payloads)
            .with(InboundQueue.class, lane -> {})
            .with(TurnQueue.class, lane -> {});
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void eachTakesWhatIsItsOwn() throws Exception {
    both(hook("17404", "to the first"));
    both(hook("17405", "to the second").replace("106773169", "106773170"));
    rig.get(Resolution.class).drain(pipeline.lane);
    assertThat(said(pipeline.channel)).isEqualTo("to the first");
    assertThat(said(second)).isEqualTo("to the second");
    assertThat(
            pipeline.look(
                "select string_agg(status || ' ' || coalesce(reason, ''), ', ' order by id) from"
                    + " inbound_event where organization_id = ?"))
        .isEqualTo("PROCESSED , IGNORED of another line, IGNORED of another line, PROCESSED ");
  }

  private static String hook(String line, String text) throws Exception {
    var sample = new com.fasterxml.jackson.databind.ObjectMapper().readTree(SAMPLE.toFile());
    return sample
        .get("body")
        .toString()
        .replace("17404,", line + ",")
        .replace("Здравствуйте", text);
  }

  private void both(String body) throws Exception {
    for (var channel : new UUID[] {pipeline.channel, second}) {
      var envelope = payloads.envelope(body.getBytes(StandardCharsets.UTF_8));
      pipeline.ingest(channel, envelope.externalId(), envelope.eventType(), body);
    }
  }

  private String said(UUID channel) throws SQLException {
    return pipeline.look(
        "select string_agg(m.body, ', ') from message m join conversation v on v.organization_id ="
            + " m.organization_id and v.id = m.conversation_id where m.organization_id = ? and"
            + " v.channel_id = '%s'".formatted(channel));
  }
}
