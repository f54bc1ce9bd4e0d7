package org.tulpar.dialogue.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.tenant.TenantScope;
import org.tulpar.translation.Interpretation.Missing;
import org.tulpar.translation.Interpretation.Native;
import org.tulpar.translation.Interpretation.Rendered;
import org.tulpar.translation.Interpreter;
import org.tulpar.translation.Tongue;

/**
 * Does one job after the other: a message ends translated for each language, or with the reason why
 * not, or is tried again; a claim that nobody ends runs out by itself.
 */
@ApplicationScoped
public class TranslationDesk {

  /** Longer than the slowest engine takes for every language of the readers. */
  private static final Duration HOLD = Duration.ofMinutes(3);

  private static final Duration KEPT = Duration.ofDays(90);
  private static final int ATTEMPTS = 8;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

  @Inject private TranslationStep step;
  @Inject private Interpreter interpreter;
  @Inject private Event<ConversationChanged> news;
  @Inject private Clock clock;

  /**
   * @param each at most so many of one organization
   */
  public List<TranslationJob> claim(int most, int each) throws SQLException {
    return step.claim(most, each, HOLD);
  }

  /** Throws away what was translated long ago. */
  public void forget() throws SQLException {
    step.forget(clock.instant().minus(KEPT));
  }

  public void work(TranslationJob job) {
    TenantScope.within(job.organization(), () -> translate(job));
  }

  private void translate(TranslationJob job) {
    var known = job.language();
    for (var target : job.targets()) {
      if (Tongue.hasWords(job.text()) && !readable(job, known, target)) {
        switch (interpreter.interpret(wanted(job, known, target))) {
          case Rendered rendered -> {
            known = learn(job, known, rendered.source());
            step.rendered(job, target, rendered);
            tell(job);
          }
          case Native same -> {
            known = learn(job, known, same.language());
            step.same(job, target);
          }
          case Missing missing when later(job, missing) -> {
            return;
          }
          case Missing missing -> {
            step.failed(job, target, missing);
            tell(job);
          }
        }
      }
    }
    step.end(job);
  }

  private void tell(TranslationJob job) {
    news.fire(new ConversationChanged(job.organization(), job.conversation()));
  }

  private static Interpreter.Job wanted(TranslationJob job, String known, String target) {
    return new Interpreter.Job(job.text(), known, target, job.previous(), job.names());
  }

  /** A client who speaks the reader's language and writes in its letters needs no engine. */
  private static boolean readable(TranslationJob job, String known, String target) {
    return target.equals(known) && Tongue.looksLike(job.text(), target);
  }

  private String learn(TranslationJob job, String known, String found) {
    if (known == null && found != null && job.inbound()) {
      step.speaks(job, found);
      return found;
    }
    return known;
  }

  private boolean later(TranslationJob job, Missing missing) {
    if (!missing.again() || job.attempts() >= ATTEMPTS) {
      return false;
    }
    var pause = FIRST_PAUSE.multipliedBy(1L << (job.attempts() - 1));
    var asked = missing.pause();
    if (asked != null) {
      step.pause(asked);
    }
    step.defer(job, asked == null || asked.compareTo(pause) < 0 ? pause : asked);
    return true;
  }
}
