package org.tulpar.tests.database;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.Conversation;
import org.tulpar.conversation.Takeover;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantSql;

/**
 * Some conversations before the eyes of the witness, and many hands at them at once: managers, and
 * nodes that decide and send.
 */
final class Crowd implements Prepared {

  private static final int HANDS = 6;
  private static final int CONVERSATIONS = 8;

  final List<Long> conversations = new ArrayList<>();

  private final Entities entities = new Entities(Conversation.class);
  private final Told told = new Told();
  private final Rig rig =
      new Rig().with(EntityManager.class, entities.shared()).with(AfterCommit.class, told);
  private final Takeover takeover = rig.get(Takeover.class);
  private Pipeline pipeline;

  /** Counts what the transactions of a thread had to tell. */
  private static final class Told extends AfterCommit {

    private final ThreadLocal<Integer> conversations = ThreadLocal.withInitial(() -> 0);

    @Override
    public void tell(long conversationId) {
      conversations.set(conversations.get() + 1);
    }

    int soFar() {
      return conversations.get();
    }
  }

  @Override
  public void prepare() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0);
    for (int i = 0; i < CONVERSATIONS; i++) {
      pipeline.apply(Incoming.from(address(i), "M-" + i, "question"));
      conversations.add(
          Long.parseLong(
              pipeline.look(
                  "select id from conversation where organization_id = ? and address = '%s'"
                      .formatted(address(i)))));
    }
    for (var turn : pipeline.turns.claim(Pipeline.WORKER, "90 seconds")) {
      pipeline.turns.finish(turn, Pipeline.WORKER, "SILENT", null);
    }
    FenceWitness.appears();
  }

  @Override
  public void close() throws SQLException {
    FenceWitness.leaves();
    rig.close();
    entities.close();
  }

  Pipeline pipeline() {
    return pipeline;
  }

  private static String address(int person) {
    return "7701000020%d@s.whatsapp.net".formatted(person);
  }

  String address(long conversation) {
    return address(conversations.indexOf(conversation));
  }

  /** A click of a person; returns how many conversations changed. */
  int clicks(Consumer<Takeover> click) {
    var before = told.soFar();
    entities.commit(new OrganizationId(pipeline.organization), () -> click.accept(takeover));
    return told.soFar() - before;
  }

  /** Within a click: who is held up is told so soon. */
  void beImpatient() {
    rig.get(TenantSql.class).change("set local lock_timeout = '50ms'");
  }

  /**
   * Returns how often each act had an effect.
   *
   * @param claim by which function they send
   */
  Map<Act, Integer> interleaved(String claim, int times) throws Exception {
    var hands = new ArrayList<Callable<Map<Act, Integer>>>();
    for (int i = 0; i < HANDS; i++) {
      var number = i;
      hands.add(
          () -> {
            try (var hand = new Hand(this, number, claim)) {
              return hand.work(times / HANDS + 1);
            }
          });
    }
    var effects = new EnumMap<Act, Integer>(Act.class);
    try (var threads = Executors.newFixedThreadPool(HANDS)) {
      for (var done : threads.invokeAll(hands)) {
        done.get().forEach((act, n) -> effects.merge(act, n, Integer::sum));
      }
    }
    return effects;
  }

  int count(String condition) throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from message where organization_id = ? and " + condition));
  }
}
