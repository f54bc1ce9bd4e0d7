package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.dialogue.flow.Node;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.outbound.Delivered;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.dialogue.outbound.OutFiles;
import org.tulpar.dialogue.outbound.Outgoing;
import org.tulpar.tenant.OrganizationId;

/** A result that the database refuses, among results of other organizations. */
class RefusedResultTest {

  private static final int LARGER_THAN_AN_INDEX_TAKES = 6_000;

  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .with(ChannelDirectory.class, new ChannelDirectory())
          .with(OutFiles.class, new OutFiles() {})
          .with(OutboundQueue.class, lane -> {});
  private Delivery delivery;
  private Pipeline troubled;
  private Pipeline other;

  @BeforeEach
  void prepare() throws SQLException {
    delivery = rig.get(Delivery.class);
    troubled = Pipeline.ofNewOrganization(0);
    other = Pipeline.ofNewOrganization(0);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void itHoldsUpNobody() throws SQLException {
    // While the first ones are written, the others gather.
    for (int i = 0; i < 20; i++) {
      sent(other, "E-" + i);
    }
    var refused = sent(troubled, noise());
    for (int i = 20; i < 40; i++) {
      sent(other, "E-" + i);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> count(other, "SENT") == 40);
    await().atMost(Duration.ofSeconds(20)).until(() -> !delivery.inFlight().contains(refused));
    assertThat(count(troubled, "SENDING")).as("what is known of it").isEqualTo(1);
    troubled.prepare(
        "update outbox_message set claimed_at = now() - interval '1 minute' where organization_id = ?",
        troubled.organization);
    assertThat(troubled.outbox.adopt("other/1", rig.get(Node.class).everyStart()))
        .as("it is found out about")
        .extracting(Outbox.Claimed::message)
        .containsExactly(refused);
  }

  /** A message of which the gateway says that it is sent, under this id. */
  private long sent(Pipeline of, String externalId) throws SQLException {
    var message = of.outbox.queue(1);
    of.outbox.claim(rig.get(Node.class).worker(), 100, new Object[0], new Object[0], new Object[0]);
    delivery.inFlight().add(message);
    delivery.settle(
        new Delivered(
            new Outgoing(
                new OrganizationId(of.organization),
                message,
                message,
                of.channel,
                0,
                "somebody",
                "words",
                null,
                Instant.now()),
            Delivered.Outcome.SENT,
            externalId,
            null,
            null,
            null));
    return message;
  }

  private static int count(Pipeline of, String status) throws SQLException {
    return Integer.parseInt(
        of.look(
            "select count(*) from message where organization_id = ? and status = '%s'"
                .formatted(status)));
  }

  /** Nothing that could be made shorter. */
  private static String noise() {
    return new Random(7)
        .ints(LARGER_THAN_AN_INDEX_TAKES, '!', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
