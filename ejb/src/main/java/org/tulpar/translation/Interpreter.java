package org.tulpar.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.tulpar.translation.Translator.AgreedTerm;
import org.tulpar.translation.Translator.Translated;
import org.tulpar.translation.Translator.Wanted;
import org.tulpar.translation.fidelity.Fidelity;
import org.tulpar.translation.fidelity.Term;
import org.tulpar.translation.fidelity.Words;

/**
 * Has a text translated for the organization in scope: from the cache, else by its engine, within
 * the budget, and never without comparing the two.
 */
@ApplicationScoped
public class Interpreter {

  @Inject private InterpreterStep step;
  @Inject @Any private Instance<Translator> translators;

  /**
   * A text and what helps to translate it.
   *
   * @param source the language it is presumed to be in, or null; a text in other letters is left to
   *     the engine, as people write in another language than usual
   * @param context what was said before, or null
   * @param names of people that may be mentioned
   */
  public record Job(String text, String source, String target, String context, List<String> names) {

    public Job {
      source = source != null && Tongue.looksLike(text, source) ? source : null;
    }
  }

  /** Blocking, for seconds; not to be called inside a transaction. */
  public Interpretation interpret(Job job) {
    return step.prepare(job.text(), job.target())
        .map(preparation -> interpret(job, preparation))
        .orElseGet(() -> new Interpretation.Missing("no_engine", false, null));
  }

  private Interpretation interpret(Job job, Preparation preparation) {
    if (preparation.known() != null) {
      return rendered(job, preparation, preparation.known());
    }
    if (!preparation.affordable()) {
      return new Interpretation.Missing(Interpretation.UNPAID, false, null);
    }
    return switch (ask(job, preparation)) {
      case Translated.Done done -> {
        step.keep(preparation, done);
        yield rendered(job, preparation, done);
      }
      case Translated.Failure failure -> {
        step.giveBack(job.text());
        yield missing(failure);
      }
    };
  }

  private Translated ask(Job job, Preparation preparation) {
    var wanted =
        new Wanted(
            job.text(),
            job.source(),
            job.target(),
            agreed(preparation.terms(), job),
            job.context());
    return translators.stream()
        .filter(translator -> translator.engine() == preparation.engine())
        .findFirst()
        .map(translator -> translator.translate(preparation.access(), wanted))
        .orElseGet(() -> new Translated.Refused("no_engine"));
  }

  /** A kept name is called by itself. */
  private static List<AgreedTerm> agreed(List<Term> terms, Job job) {
    return terms.stream()
        .map(
            term -> {
              var from = term.in(job.source());
              var to = term.in(job.target());
              return from == null || to == null ? null : new AgreedTerm(from, to);
            })
        .filter(Objects::nonNull)
        .toList();
  }

  private static Interpretation rendered(Job job, Preparation preparation, Translated.Done done) {
    var source = Tongue.of(done.source() == null ? job.source() : done.source());
    if (job.target().equals(source)) {
      return new Interpretation.Native(source);
    }
    var findings =
        Fidelity.compare(
            new Words(job.text(), source),
            new Words(done.text(), job.target()),
            preparation.terms(),
            job.names());
    return new Interpretation.Rendered(done.text(), source, preparation.engine(), findings);
  }

  private static Interpretation missing(Translated.Failure failure) {
    return switch (failure) {
      case Translated.Busy busy -> new Interpretation.Missing(busy.code(), true, busy.pause());
      case Translated.Unavailable gone -> new Interpretation.Missing(gone.code(), true, null);
      case Translated.Denied denied -> new Interpretation.Missing(denied.code(), false, null);
      case Translated.QuotaSpent spent -> new Interpretation.Missing(spent.code(), false, null);
      case Translated.Refused refused -> new Interpretation.Missing(refused.code(), false, null);
    };
  }
}
