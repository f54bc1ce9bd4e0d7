package org.tulpar.dialogue.turn;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tulpar.agent.AgentDecision;
import org.tulpar.agent.AgentDecision.HandOver;
import org.tulpar.agent.AgentDecision.StaySilent;
import org.tulpar.agent.Bulkhead;
import org.tulpar.agent.Handovers;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.agent.Playbook;
import org.tulpar.agent.Playbooks;
import org.tulpar.agent.Responder;
import org.tulpar.channel.Lane;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Bays;
import org.tulpar.dialogue.flow.OutboundQueue;
import org.tulpar.dialogue.flow.Trouble;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.flow.Workers;
import org.tulpar.tenant.OrganizationId;

/**
 * Answers the due turns of lanes: at once what a rule decides, on a thread of its own what the
 * model must be asked. A model that stays away, or has no place for too long, hands the client over
 * to a person; so does a client that is a machine.
 */
@ApplicationScoped
public class Turns {

  private static final System.Logger LOG = System.getLogger(Turns.class.getName());
  private static final int MOST = 128;
  private static final int MODEL_ATTEMPTS = 3;
  private static final Duration MODEL_PAUSE = Duration.ofSeconds(2);

  @EJB private TurnStep step;
  @Inject private Bays bays;
  @Inject private TurnSettings settings;
  @Inject private Playbooks playbooks;
  @Inject private Responder responder;
  @Inject private TurnQueue turns;
  @Inject private OutboundQueue outbound;
  @Inject private Event<ConversationChanged> news;

  @Resource(lookup = Workers.CALLERS)
  private ManagedThreadFactory callers;

  private Bulkhead bulkhead;
  private ExecutorService calls;

  @PostConstruct
  void open() {
    bulkhead = settings.bulkhead();
    calls = Executors.newCachedThreadPool(callers);
  }

  @PreDestroy
  void close() {
    calls.shutdown();
  }

  /** Answers what is due in the lanes now. */
  public void drain(int... lanes) throws SQLException {
    var claimed = bays.run(() -> step.claim(lanes, MOST, bulkhead.full()));
    var decided = new ArrayList<DecidedTurn>();
    var waiting = new ArrayList<ClaimedTurn>();
    for (var turn : claimed) {
      var playbook = playbooks.of(turn.organization());
      var decision = withoutModel(turn, playbook);
      if (decision != null) {
        decided.add(new DecidedTurn(turn, decision));
      } else if (bulkhead.enter(turn.organization())) {
        call(turn, playbook);
      } else if (turn.overdue()) {
        decided.add(new DecidedTurn(turn, new HandOver(Handovers.MODEL_BUSY)));
      } else {
        waiting.add(turn);
      }
    }
    finish(decided);
    if (!waiting.isEmpty()) {
      step.giveBack(waiting);
    }
    if (claimed.size() == MOST) {
      Arrays.stream(lanes).forEach(turns::wake);
    }
  }

  private AgentDecision withoutModel(ClaimedTurn turn, Playbook playbook) {
    if (turn.question() == null) {
      return new StaySilent("nothing was asked");
    }
    if (turn.looping() && !playbook.echoes()) {
      return new HandOver(Handovers.LOOP);
    }
    return responder.withoutModel(playbook, turn.question()).orElse(null);
  }

  private void call(ClaimedTurn turn, Playbook playbook) {
    var begun = false;
    try {
      calls.execute(() -> ask(turn, playbook));
      begun = true;
    } finally {
      if (!begun) {
        leave(turn.organization());
      }
    }
  }

  private void leave(OrganizationId organization) {
    if (bulkhead.leave(organization)) {
      turns.wake(Lane.of(organization));
    }
  }

  private void ask(ClaimedTurn turn, Playbook playbook) {
    try {
      answer(turn, playbook);
    } catch (SQLException e) {
      // The claim runs out and the turn is taken again.
      throw new IllegalStateException("a turn was decided and could not be stored", e);
    } finally {
      leave(turn.organization());
    }
  }

  private void answer(ClaimedTurn turn, Playbook playbook) throws SQLException {
    try {
      finish(List.of(new DecidedTurn(turn, responder.withModel(playbook, turn.question()))));
    } catch (LanguageModelUnavailable e) {
      LOG.log(Level.WARNING, "the language model did not answer, attempt " + turn.attempts(), e);
      if (turn.attempts() < MODEL_ATTEMPTS) {
        step.defer(turn, MODEL_PAUSE.multipliedBy(turn.attempts()));
      } else {
        finish(List.of(new DecidedTurn(turn, new HandOver(Handovers.MODEL_UNAVAILABLE))));
      }
    }
  }

  private void finish(List<DecidedTurn> decided) throws SQLException {
    if (decided.isEmpty()) {
      return;
    }
    TurnRows.Finished finished;
    try {
      finished = bays.run(() -> step.finish(decided));
    } catch (SQLException | RuntimeException e) {
      Trouble.throwIfOurs(e);
      apart(decided, e);
      return;
    }
    tell(decided, finished);
  }

  /** An answer that the database refuses holds up no other, and its client gets a person. */
  private void apart(List<DecidedTurn> decided, Exception refused) throws SQLException {
    if (decided.size() > 1) {
      for (var each : decided) {
        finish(List.of(each));
      }
      return;
    }
    var turn = decided.getFirst().turn();
    var person = new DecidedTurn(turn, new HandOver(Handovers.UNSTORABLE));
    LOG.log(Level.ERROR, "a turn of conversation " + turn.conversation() + " is refused", refused);
    // Where even that is refused, the claim runs out and the turn is taken again.
    if (!decided.contains(person)) {
      finish(List.of(person));
    }
  }

  private void tell(List<DecidedTurn> decided, TurnRows.Finished finished) {
    finished.changed().forEach(news::fire);
    if (finished.queued()) {
      decided.stream()
          .mapToInt(d -> Lane.of(d.turn().organization()))
          .distinct()
          .forEach(outbound::wake);
    }
  }
}
