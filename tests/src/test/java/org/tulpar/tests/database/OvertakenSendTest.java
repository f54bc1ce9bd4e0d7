package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelGateway;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.SendResult;
import org.tulpar.conversation.Conversation;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Takeover;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.outbound.Delivery;
import org.tulpar.dialogue.outbound.Fence;
import org.tulpar.dialogue.outbound.OutFiles;
import org.tulpar.tenant.OrganizationId;

/**
 * What has passed the fence in the database and waits for its start, because the channel has as
 * many sends under way as it may have. The node's clock stands: nothing grows old.
 */
@Timeout(60)
class OvertakenSendTest {

  private static final int UNDER_WAY = 32;

  private final Entities entities = new Entities(Conversation.class);
  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .with(Clock.class, Clock.fixed(Instant.now().plusSeconds(60), ZoneOffset.UTC))
          .with(EntityManager.class, entities.shared())
          .with(ChannelDirectory.class, new EvolutionChannels())
          .with(ChannelGateway.class, gateway(0L))
          .with(OutFiles.class, new OutFiles() {})
          .with(OutboundQueue.class, lane -> {});
  private final Delivery delivery = rig.get(Delivery.class);
  private final Set<Long> started = ConcurrentHashMap.newKeySet();
  private final CountDownLatch calling = new CountDownLatch(UNDER_WAY);
  private final CountDownLatch hanging = new CountDownLatch(1);
  private Pipeline pipeline;
  private long waiting;

  @BeforeEach
  void crowd() throws Exception {
    rig.observed(BotSilenced.class, rig.get(Fence.class)::raise);
    pipeline = Pipeline.ofNewOrganization(0);
    List<Long> messages = new ArrayList<>();
    for (int i = 0; i <= UNDER_WAY; i++) {
      messages.add(pipeline.outbox.queue(5));
    }
    delivery.drain(pipeline.lane);
    calling.await();
    messages.removeAll(started);
    waiting = messages.getFirst();
    assertThat(messages).hasSize(1);
    assertThat(status()).isEqualTo("SENDING");
  }

  @AfterEach
  void close() {
    hanging.countDown();
    rig.close();
    entities.close();
  }

  @Test
  void whoTakesOverIsNotSpokenOver() throws Exception {
    var person = pipeline.person();
    click(desk -> desk.takeOver(conversation(), person));
    allEnd();
    assertThat(started).hasSize(UNDER_WAY).doesNotContain(waiting);
    delivery.drain(pipeline.lane);
    assertThat(status()).isEqualTo("FAILED taken_over");
  }

  @Test
  void neitherIsWhoAnswers() throws Exception {
    var person = pipeline.person();
    entities.commit(
        new OrganizationId(pipeline.organization),
        () ->
            rig.get(ManagerReply.class)
                .send(conversation(), person, "Good morning", UUID.randomUUID()));
    allEnd();
    assertThat(started).hasSize(UNDER_WAY).doesNotContain(waiting);
    delivery.drain(pipeline.lane);
    assertThat(status()).isEqualTo("FAILED taken_over");
  }

  @Test
  void neitherIsWhoTypes() throws Exception {
    var person = pipeline.person();
    click(desk -> desk.heartbeat(conversation(), person));
    allEnd();
    delivery.drain(pipeline.lane);
    assertThat(started).doesNotContain(waiting);
    assertThat(status()).isEqualTo("QUEUED");
  }

  /** What she wanted has not happened. */
  @Test
  void whoseTakeoverDoesNotCommitSilencesNobody() throws Exception {
    var person = pipeline.person();
    assertThat(
            catchThrowable(
                () ->
                    click(
                        desk -> {
                          desk.takeOver(conversation(), person);
                          throw new IllegalStateException("for a test");
                        })))
        .hasMessage("for a test");
    allEnd();
    delivery.drain(pipeline.lane);
    await().until(() -> status().equals("SENT"));
    assertThat(started).contains(waiting);
  }

  private void click(Consumer<Takeover> click) {
    entities.commit(
        new OrganizationId(pipeline.organization), () -> click.accept(rig.get(Takeover.class)));
  }

  private void allEnd() {
    hanging.countDown();
    await().atMost(Duration.ofSeconds(20)).until(() -> delivery.inFlight().isEmpty());
  }

  private long conversation() {
    return Long.parseLong(look("conversation_id"));
  }

  private String status() {
    return look("status || coalesce(' ' || failure_code, '')");
  }

  private String look(String what) {
    try {
      return pipeline.look(
          "select %s from message where organization_id = ? and id = %d".formatted(what, waiting));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private SendResult call(long message) throws InterruptedException {
    started.add(message);
    calling.countDown();
    hanging.await();
    return new SendResult.Accepted("E-" + message);
  }

  /**
   * @param message that it is asked to send
   */
  private ChannelGateway gateway(long message) {
    return (ChannelGateway)
        Proxy.newProxyInstance(
            OvertakenSendTest.class.getClassLoader(),
            new Class<?>[] {ChannelGateway.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "type" -> ChannelType.EVOLUTION;
                  case "named" -> gateway((Long) arguments[0]);
                  default -> call(message);
                });
  }
}
