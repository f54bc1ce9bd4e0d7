package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.tulpar.conversation.ConversationTaken;
import org.tulpar.tests.database.Outbox.Claimed;

/** One of many: a manager, a node that decides, a node that sends. */
final class Hand implements AutoCloseable {

  private static final String DEADLOCK = "40P01";
  private static final String HOLD = "90 seconds";

  /** Few, so that many send side by side. */
  private static final int MOST = 4;

  private final Crowd crowd;
  private final Pipeline pipeline;
  private final Random random;
  private final String claim;
  private final String worker;
  private final long person;
  private final Connection machine;
  private int next;

  /**
   * @param claim by which function it sends
   */
  Hand(Crowd crowd, int number, String claim) throws SQLException {
    this.crowd = crowd;
    this.pipeline = crowd.pipeline();
    this.random = new Random(number);
    this.claim = claim;
    this.worker = "hand/" + number;
    this.person = pipeline.person();
    this.machine = Pipeline.connect();
  }

  /** Returns how often each act had an effect. */
  Map<Act, Integer> work(int times) throws SQLException {
    var effects = new EnumMap<Act, Integer>(Act.class);
    for (int i = 0; i < times; i++) {
      var act = Act.any(random);
      var conversation = crowd.conversations.get(random.nextInt(crowd.conversations.size()));
      effects.merge(act, tried(act, conversation), Integer::sum);
    }
    return effects;
  }

  /** Whom the database chooses as the victim of a deadlock has done nothing, and comes again. */
  private int tried(Act act, long conversation) throws SQLException {
    try {
      return act(act, conversation);
    } catch (SQLException | RuntimeException e) {
      if (!isVictim(e)) {
        throw e;
      }
      machine.rollback();
      return 0;
    }
  }

  private static boolean isVictim(Exception e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> cause instanceof SQLException s && DEADLOCK.equals(s.getSQLState()));
  }

  int act(Act act, long conversation) throws SQLException {
    return switch (act) {
      case TAKE_OVER -> takeOver(conversation);
      case TYPE -> type(conversation);
      case RETURN -> crowd.clicks(desk -> desk.returnToBot(conversation, person));
      case ANSWER -> answer(conversation);
      case SEND -> send();
      case PHONE -> phone(conversation);
    };
  }

  private int takeOver(long conversation) {
    try {
      return crowd.clicks(desk -> desk.takeOver(conversation, person));
    } catch (ConversationTaken e) {
      return 0;
    }
  }

  private int type(long conversation) {
    crowd.clicks(desk -> desk.heartbeat(conversation, person));
    return 1;
  }

  /** The client asks, and what was asked first is answered: more of it would grow meanwhile. */
  int answer(long conversation) throws SQLException {
    arrives(Incoming.from(crowd.address(conversation), id("Q"), "question"));
    int decided = 0;
    for (var turn : pipeline.turns.claim(machine, worker, HOLD, 1)) {
      decided +=
          surely(() -> pipeline.turns.finish(machine, turn, worker, "REPLY", "words")) ? 1 : 0;
    }
    return decided;
  }

  private int send() throws SQLException {
    var sent = claimed();
    machine.commit();
    for (var message : sent) {
      surely(() -> told(message));
    }
    // What is held back while a person types would wait for seconds.
    pipeline.prepare(
        "update outbox_message set due_at = now() where due_at > now() and organization_id = ?",
        pipeline.organization);
    return sent.size();
  }

  private boolean told(Claimed message) throws SQLException {
    pipeline.outbox.mark(machine, worker, message, "SENT", "E-" + message.message(), null);
    machine.commit();
    return true;
  }

  /** What was claimed is settled, or everything behind it would wait for a minute. */
  private boolean surely(Settling work) throws SQLException {
    while (true) {
      try {
        return work.done();
      } catch (SQLException e) {
        if (!isVictim(e)) {
          throw e;
        }
        machine.rollback();
      }
    }
  }

  private interface Settling {
    boolean done() throws SQLException;
  }

  /** The claim's transaction stays open. */
  List<Claimed> claimed() throws SQLException {
    return pipeline.outbox.claim(machine, claim, worker, MOST).stream()
        .filter(message -> message.verdict().equals("SEND"))
        .toList();
  }

  void commit() throws SQLException {
    machine.commit();
  }

  private int phone(long conversation) throws SQLException {
    return arrives(Incoming.typedOnThePhone(crowd.address(conversation), id("P"), "I am here"));
  }

  private int arrives(Incoming message) throws SQLException {
    var stored = pipeline.apply(machine, message);
    machine.commit();
    return stored.getFirst() ? 1 : 0;
  }

  private String id(String kind) {
    return kind + "-" + worker + "-" + next++;
  }

  @Override
  public void close() throws SQLException {
    machine.close();
  }
}
