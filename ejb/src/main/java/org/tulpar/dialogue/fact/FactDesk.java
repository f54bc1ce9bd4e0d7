package org.tulpar.dialogue.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.tulpar.agent.LanguageModelUnavailable;
import org.tulpar.agent.fact.FactFinder;
import org.tulpar.agent.fact.FactStep;
import org.tulpar.tenant.TenantScope;

/**
 * Reads one conversation after the other. A model that does not answer is asked again later, and at
 * last not any more: what the client says next is read with what she has said.
 */
@ApplicationScoped
public class FactDesk {

  /** Longer than the model may think. */
  private static final Duration HOLD = Duration.ofMinutes(3);

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
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
        LOG.log(Level.ERROR, "conversation " + job.conversation() + " broke off its reading again");
        work.end(job);
      } else if (TenantScope.within(job.organization(), () -> isRead(job))) {
        work.end(job);
      } else {
        work.defer(job, FIRST_PAUSE.multipliedBy(1L << (job.attempts() - 1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a claim was not given back, and runs out by itself", e);
    }
  }

  /** Or given up. */
  private boolean isRead(FactJob job) {
    var reading = step.read(job.conversation());
    if (reading.isEmpty()) {
      return true;
    }
    try {
      step.keep(job.conversation(), reading.get(), finder.find(reading.get()));
      return true;
    } catch (LanguageModelUnavailable e) {
      var over = job.attempts() >= ATTEMPTS;
      var then = over ? " is not read" : " is read later";
      LOG.log(Level.WARNING, "conversation " + job.conversation() + then, e);
      return over;
    }
  }
}
