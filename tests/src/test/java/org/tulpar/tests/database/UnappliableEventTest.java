package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.tenant.OrganizationId;

/**
 * An event that the database refuses, in a batch with events of other organizations and lanes: it
 * is set aside with its reason, and only its own lane is gone through one by one.
 */
class UnappliableEventTest {

  private final List<Integer> woken = new ArrayList<>();
  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .with(ChannelPayloads.class, Adapters.evolution())
          .with(InboundQueue.class, woken::add)
          .with(TurnQueue.class, lane -> {});
  private Pipeline troubled;
  private Pipeline other;

  @BeforeEach
  void prepare() throws SQLException {
    troubled = inLane(2);
    other = inLane(5);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void itHoldsUpNobodyAndNoOtherLane() throws SQLException {
    ingest(troubled, "77010000001", "M-1");
    rig.get(Resolution.class).drain(troubled.lane);
    troubled.prepare(
        "update conversation set unread = 2147483647 where organization_id = ?",
        troubled.organization);
    ingest(troubled, "77010000001", "M-2");
    ingest(troubled, "77010000002", "M-3");
    ingest(other, "77010000001", "M-2");
    woken.clear();
    rig.get(Resolution.class).drain(troubled.lane, other.lane);
    assertThat(outcomes(troubled))
        .isEqualTo("M-1 PROCESSED,M-2 FAILED ERROR: integer out of range,M-3 PROCESSED");
    assertThat(outcomes(other)).isEqualTo("M-2 PROCESSED");
    assertThat(other.look("select body from message where organization_id = ?"))
        .isEqualTo("words M-2");
    assertThat(woken)
        .as("lanes that were gone through one by one")
        .containsOnly((int) troubled.lane);
  }

  /** Ids and words of a length that no messenger knows, which somebody may post all the same. */
  @Test
  void absurdLengthsHoldUpNobody() throws SQLException {
    ingest(troubled, "77010000001", "M-1");
    post(troubled, "H-1", message("I".repeat(400_000), "conversation", "\"words\""));
    post(troubled, "H-2", message("M-2", "conversation", '"' + distinctWords(900_000) + '"'));
    post(
        troubled,
        "H-3",
        message(
            "M-3",
            "reactionMessage",
            "{\"key\":{\"id\":\"%s\"},\"text\":\"+\"}".formatted(noise(400_000))));
    post(troubled, "H-4", message(noise(3_000), "conversation", "\"words\""));
    ingest(other, "77010000001", "M-4");
    rig.get(Resolution.class).drain(troubled.lane, other.lane);
    assertThat(
            troubled.look(
                "select count(*) from inbound_event where status = 'WAITING' and organization_id = ?"))
        .isEqualTo("0");
    assertThat(outcomes(troubled)).startsWith("M-1 PROCESSED").contains("H-2 PROCESSED");
    assertThat(troubled.look("select max(length(body)) from message where organization_id = ?"))
        .isEqualTo("65536");
    assertThat(outcomes(other)).isEqualTo("M-4 PROCESSED");
    assertThat(woken).as("none had to be looked for one by one").isEmpty();
  }

  private static String message(String id, String kind, String said) {
    return "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"77010000003@s.whatsapp.net\",\"fromMe\":false,\"id\":\"%s\"},\"message\":{\"%s\":%s},\"messageType\":\"%s\",\"messageTimestamp\":1790000000}}"
        .formatted(id, kind, said, kind);
  }

  private static void post(Pipeline to, String id, String raw) throws SQLException {
    to.ingest(to.lane, id, "messages.upsert", raw);
  }

  private static String distinctWords(int length) {
    var words = new StringBuilder();
    for (int i = 1_000_000; words.length() < length; i++) {
      words.append(Integer.toString(i, 36)).append(' ');
    }
    return words.toString();
  }

  private static String noise(int length) {
    return new Random(7)
        .ints(length, 'A', 'Z')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String outcomes(Pipeline one) throws SQLException {
    return one.look(
        """
        select string_agg(concat_ws(' ', external_id, status, split_part(reason, e'\\n', 1)), ',' order by id)
        from inbound_event where organization_id = ?""");
  }

  private static Pipeline inLane(int lane) throws SQLException {
    var id =
        Stream.generate(UUID::randomUUID)
            .filter(each -> Lane.of(new OrganizationId(each)) == lane)
            .findFirst()
            .orElseThrow();
    return Pipeline.ofNewOrganization(0, id, (short) lane);
  }

  private static void ingest(Pipeline to, String number, String id) throws SQLException {
    to.ingest(
        to.lane,
        id,
        "messages.upsert",
        "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"%s@s.whatsapp.net\",\"fromMe\":false,\"id\":\"%s\"},\"message\":{\"conversation\":\"words %s\"},\"messageType\":\"conversation\",\"messageTimestamp\":1790000000}}"
            .formatted(number, id, id));
  }
}
