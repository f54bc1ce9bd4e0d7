package org.tulpar.tests.database;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.tulpar.conversation.Conversation;
import org.tulpar.conversation.followup.DueFollowUp;
import org.tulpar.conversation.followup.FollowUpSending;
import org.tulpar.conversation.followup.FollowUpStep;
import org.tulpar.conversation.followup.FollowUps;
import org.tulpar.dialogue.sweep.DueFollowUps;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Engine;
import org.tulpar.translation.EngineChoice;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.Interpreter;
import org.tulpar.translation.TranslationSettings;

/**
 * An office that plans messages, and nodes that send them: each step is a transaction of its own,
 * and an engine translates as told.
 */
final class Planning implements Prepared {

  static final Duration HOUR = Duration.ofHours(1);

  final Office office = new Office();
  private final Entities entities = new Entities(Conversation.class);
  private final Rig rig =
      new Rig()
          .with(EntityManager.class, entities.shared())
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .setting("tulpar.secret.key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
  private final Rig node =
      new Rig().with(FollowUpStep.class, new Committed()).with(Interpreter.class, new Told());
  Interpretation translation = new Interpretation.Missing("no_engine", false, null);

  /** Each of its methods is a transaction, as on the server. */
  private final class Committed extends FollowUpStep {

    private final FollowUpStep step = rig.get(FollowUpStep.class);

    @Override
    public Optional<DueFollowUp> look(long id) {
      return commit(() -> step.look(id));
    }

    @Override
    public void send(DueFollowUp due, String words) {
      run(() -> step.send(due, words));
    }

    @Override
    public void fail(DueFollowUp due, String reason) {
      run(() -> step.fail(due, reason));
    }

    @Override
    public void later(DueFollowUp due, Duration wait) {
      run(() -> step.later(due, wait));
    }
  }

  private final class Told extends Interpreter {

    @Override
    public Interpretation interpret(Job job) {
      return translation;
    }
  }

  @Override
  public void prepare() throws SQLException {
    office.prepare();
    office.conversation(1, "Meerim").conversation(2, "Timur");
  }

  <T> T commit(Supplier<T> work) {
    var answer = new AtomicReference<T>();
    entities.commit(office.organization(), () -> answer.set(work.get()));
    return answer.get();
  }

  void run(Runnable work) {
    entities.commit(office.organization(), work);
  }

  FollowUps plans() {
    return rig.get(FollowUps.class);
  }

  /** Aigul plans it for an hour from now, and only if the client stays silent. */
  long planned(String text) {
    return planned(1, text, true);
  }

  long planned(long conversation, String text, boolean onlyIfSilent) {
    var plan = new FollowUps.Plan(text, "ru", Instant.now().plus(HOUR), onlyIfSilent);
    return commit(() -> plans().plan(conversation, Office.AIGUL, plan, UUID.randomUUID()));
  }

  void cancel(long id) {
    run(() -> plans().cancel(1, Office.BAKYT, id));
  }

  /** Its hour is over. */
  Planning due() throws SQLException {
    office.change(
        "update follow_up set due_at = now(), planned_at = planned_at - interval '1 hour' where organization_id = :o");
    office.change("update follow_up_due set due_at = now() where organization_id = :o");
    return this;
  }

  /** What a node is given that has so many hands, over all organizations. */
  List<DueFollowUps.Claimed> claimed(int most, int each) throws SQLException {
    return rig.get(DueFollowUps.class).claim(most, each, Duration.ofMinutes(3));
  }

  /** How many a node was given. */
  int swept() throws SQLException {
    var mine =
        claimed(1000, 100).stream()
            .filter(one -> one.organization().equals(office.organization()))
            .toList();
    mine.forEach(one -> send(one.id(), one.attempts()));
    return mine.size();
  }

  void send(long id, int attempts) {
    TenantScope.within(
        office.organization(), () -> node.get(FollowUpSending.class).send(id, attempts));
  }

  /**
   * The client of the first conversation reads another language than the planners, who write
   * Russian.
   */
  void translatingInto(String language) throws SQLException {
    office.change(
        "update client set language = '%s' where organization_id = :o".formatted(language));
    var wanted =
        new TranslationSettings(Engine.DEEPL, null, false, TranslationSettings.LANGUAGES, 1000, 0);
    run(() -> rig.get(EngineChoice.class).change(wanted, "KEY"));
  }

  /** How it stands, with the reason. */
  String stands(long id) {
    return office.text(
        "select status || coalesce(' ' || reason, '') from follow_up where id = " + id);
  }

  /** What was queued for the clients. */
  List<String> sent() {
    return office.texts(
        "select m.author || ' ' || m.user_id || ' ' || m.body from message m join outbox_message o on o.message_id = m.id order by m.id");
  }

  @Override
  public void close() {
    rig.close();
    node.close();
    entities.close();
    office.close();
  }
}
