package org.tulpar.conversation.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.tulpar.kernel.Refused;
import org.tulpar.translation.Interpretation.Missing;
import org.tulpar.translation.Interpretation.Native;
import org.tulpar.translation.Interpretation.Rendered;
import org.tulpar.translation.Interpreter;

/** Says what was planned, in the client's language; or settles why it is not said. */
@ApplicationScoped
public class FollowUpSending {

  /** Of an engine that may translate it later. */
  private static final int ATTEMPTS = 8;

  /** After so many it is no passing trouble. */
  private static final int GIVEN_UP = 20;

  private static final Duration PAUSE = Duration.ofSeconds(20);
  private static final String UNTRANSLATED = "translation_missing";

  @Inject private FollowUpStep step;
  @Inject private Interpreter interpreter;

  /**
   * Blocking, for seconds where an engine translates; not to be called inside a transaction.
   *
   * @param attempts with this one
   */
  public void send(long id, int attempts) {
    step.look(id).ifPresent(due -> attempt(due, attempts));
  }

  private void attempt(DueFollowUp due, int attempts) {
    if (attempts > GIVEN_UP) {
      step.fail(due, "trouble");
      return;
    }
    try {
      say(due, attempts);
    } catch (Refused e) {
      step.fail(due, e.code().substring(e.code().indexOf('.') + 1));
    }
  }

  private void say(DueFollowUp due, int attempts) {
    if (due.into() == null) {
      step.send(due, null);
      return;
    }
    var names = Stream.of(due.client(), due.author()).filter(Objects::nonNull).toList();
    var wanted = new Interpreter.Job(due.text(), due.language(), due.into(), null, names);
    switch (interpreter.interpret(wanted)) {
      case Rendered done when done.findings().isEmpty() -> step.send(due, done.text());
      case Rendered doubtful -> step.fail(due, "translation_doubtful");
      case Native same -> step.send(due, due.text());
      case Missing missing when missing.again() && attempts < ATTEMPTS ->
          step.later(due, missing.pause() == null ? PAUSE : missing.pause());
      case Missing missing -> step.fail(due, UNTRANSLATED);
    }
  }
}
