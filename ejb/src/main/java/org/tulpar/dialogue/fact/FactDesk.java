package org.tulpar.dialogue.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.agent.fact.AnswerUnreadable;
import org.tulpar.agent.fact.FactFinder;
import org.tulpar.agent.fact.FactStep;
import org.tulpar.tenant.TenantScope;

/**
 * Reads one conversation after the other. A model that is away is asked for a day; one that answers
 * what nobody can read, a few times: what the client says next is read with what she has said.
 */
@ApplicationScoped
public class FactDesk {

  /** Longer than the model may think. */
  private static final Duration HOLD = Duration.ofMinutes(3);

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration AWAY_PAUSE = Duration.ofMinutes(2);
  private static final System.Logger LOG = System.getLogger(FactDesk.class.getName());

  @Inject private FactWork work;
  @Inject private FactStep step;
  @Inject private FactFinder finder;

  /**
   * @param each at most so many of one organization
   */
  public List<FactJob> claim(int most, int each) throws SQLException {
    return work.claim(most, each, HOLD);
  }

  public void work(FactJob job) {
    try {
      if (job.attempts() > ATTEMPTS) {
        LOG.log(Level.ERROR, "conversation " + job.conversation() + " breaks off its reading");
        work.end(job);
        return;
      }
      switch (TenantScope.within(job.organization(), () -> read(job))) {
        case DONE -> work.end(job);
        case AWAY -> work.await(job, AWAY_PAUSE);
        case UNREADABLE -> work.defer(job, pause(job));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a claim was not given back, and runs out by itself", e);
    }
  }

  private static Duration pause(FactJob job) {
    return FIRST_PAUSE.multipliedBy(1L << (job.attempts() - 1));
  }

  private enum End {
    DONE,
    /** It is nobody's fault, and costs no attempt. */
    AWAY,
    UNREADABLE
  }

  private End read(FactJob job) {
    var reading = step.read(job.conversation());
    try {
      if (reading.isPresent()) {
        step.keep(job.conversation(), reading.get(), finder.find(reading.get()));
      }
      return End.DONE;
    } catch (LanguageModelUnavailable e) {
      LOG.log(Level.WARNING, "conversation " + job.conversation() + " is read later", e);
      return End.AWAY;
    } catch (AnswerUnreadable e) {
      LOG.log(Level.WARNING, "the reading of conversation " + job.conversation() + " is none", e);
      return End.UNREADABLE;
    }
  }
}
