package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelGateway.Trace;
import org.tulpar.channel.ChannelType;
import org.tulpar.dialogue.flow.Node;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.dialogue.outbound.Inquiry;
import org.tulpar.dialogue.outbound.OutFiles;

/** What becomes of a message whose fate is unknown, by what the provider's history says. */
class InquiryTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int TRIES = 53;

  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .setting("tulpar.node", "inquiry")
          .with(ChannelDirectory.class, new EvolutionChannels())
          .with(ChannelGateway.class, gateway())
          .with(OutFiles.class, new OutFiles() {})
          .with(OutboundQueue.class, lane -> {});
  private volatile Supplier<Trace> history;
  private Pipeline pipeline;
  private long message;

  @BeforeEach
  void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    message = pipeline.outbox.queue(5);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void whatIsFoundIsSent() throws SQLException {
    history = () -> new Trace.Found("E-1");
    send();
    ask();
    assertThat(message("status || ' ' || external_id")).isEqualTo("SENT E-1");
  }

  @Test
  void whatIsAbsentGoesOutAgainAfterPausesAndIsGivenUp() throws SQLException {
    history = Trace.Absent::new;
    for (int tries = 1; tries <= TRIES; tries++) {
      unclear(send());
      ask();
      if (tries < TRIES) {
        assertThat(message("status")).as("after %d tries", tries).isEqualTo("QUEUED");
        assertThat(outbox("attempts")).isEqualTo(Integer.toString(tries));
        assertThat(pause()).as("seconds after %d tries", tries).isBetween(least(tries), 601.0);
      }
    }
    assertThat(message("status || ' ' || failure_code")).isEqualTo("FAILED gave_up");
    assertThat(
            pipeline.look(
                "select code || ' ' || attempts from dead_letter where organization_id = ?"))
        .isEqualTo("gave_up " + TRIES);
  }

  @Test
  void whatWasNotReadStaysUnknown() throws SQLException {
    history = () -> new Trace.Unreadable("status 500");
    send();
    ask();
    assertThat(message("status || ' ' || failure_code || ' ' || failure_detail"))
        .isEqualTo("UNKNOWN history_unreadable status 500");
  }

  @Test
  void neitherDoesAGatewayThatFallsOverKeepItForEver() throws SQLException {
    history =
        () -> {
          throw new IllegalStateException("fell over");
        };
    send();
    ask();
    assertThat(message("status || ' ' || failure_code")).isEqualTo("UNKNOWN history_unreadable");
    history = () -> new Trace.Found("E-1");
    ask();
    assertThat(message("status")).isEqualTo("SENT");
  }

  @Test
  void whatNobodyCouldSayAnythingAboutIsAskedForAgain() throws SQLException {
    history =
        () -> {
          throw new LinkageError("for a test");
        };
    send();
    due();
    rig.get(Inquiry.class).run();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(SOON)
        .until(() -> !rig.get(Delivery.class).inFlight().contains(message));
    assertThat(message("status")).isEqualTo("SENDING");
    history = () -> new Trace.Found("E-1");
    ask();
    assertThat(message("status")).isEqualTo("SENT");
  }

  private Outbox.Claimed send() throws SQLException {
    pipeline.prepare(
        "update outbox_message set due_at = now() - interval '1 second' where organization_id = ?",
        pipeline.organization);
    var claimed = pipeline.outbox.claim(worker(), 100, new Object[0], new Object[0], new Object[0]);
    assertThat(claimed).extracting(Outbox.Claimed::verdict).containsExactly("SEND");
    return claimed.getFirst();
  }

  private void unclear(Outbox.Claimed claim) throws SQLException {
    try (var connection = Pipeline.connect()) {
      pipeline.outbox.mark(connection, worker(), claim, "UNKNOWN", null, null);
      connection.commit();
    }
    assertThat(message("status")).isEqualTo("UNKNOWN");
  }

  private void due() throws SQLException {
    pipeline.prepare(
        "update outbox_message set claimed_at = now() - interval '1 hour' where organization_id = ?",
        pipeline.organization);
  }

  /** Until the verdict is stored. */
  private void ask() throws SQLException {
    due();
    rig.get(Inquiry.class).run();
    await()
        .dontCatchUncaughtExceptions()
        .atMost(SOON)
        .until(() -> !rig.get(Delivery.class).inFlight().contains(message));
  }

  private String worker() {
    return rig.get(Node.class).worker();
  }

  private String message(String what) throws SQLException {
    return pipeline.look("select %s from message where organization_id = ?".formatted(what));
  }

  private String outbox(String what) throws SQLException {
    return pipeline.look("select %s from outbox_message where organization_id = ?".formatted(what));
  }

  private double pause() throws SQLException {
    return Double.parseDouble(outbox("extract(epoch from due_at - now())"));
  }

  /** Doubled from try to try, less what it varies and what the test takes. */
  private static double least(int tries) {
    return Math.min(1L << Math.min(tries, 10), 600) * 0.8 - 1.5;
  }

  private ChannelGateway gateway() {
    return (ChannelGateway)
        Proxy.newProxyInstance(
            InquiryTest.class.getClassLoader(),
            new Class<?>[] {ChannelGateway.class},
            (self, method, arguments) ->
                method.getName().equals("type") ? ChannelType.EVOLUTION : history.get());
  }
}
