package org.tulpar.dialogue.translation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tulpar.translation.Interpretation.Missing;
import org.tulpar.translation.Interpretation.Rendered;

/** The transactions of the work on translations: none of them is open while an engine works. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TranslationStep {

  @Inject private TranslationWork work;
  @Inject private TranslatedRows rows;

  public List<TranslationJob> claim(int most, int each, Duration hold) throws SQLException {
    return work.claim(most, each, hold);
  }

  public void forget(Instant before) throws SQLException {
    work.forget(before);
  }

  public void rendered(TranslationJob job, String language, Rendered rendered) {
    rows.rendered(job, language, rendered);
  }

  public void same(TranslationJob job, String language) {
    rows.same(job, language);
  }

  public void failed(TranslationJob job, String language, Missing missing) {
    rows.failed(job, language, missing);
  }

  /** The language of a client's own words, when nobody has said it yet. */
  public void speaks(TranslationJob job, String language) {
    rows.speaks(job.client(), language);
  }

  public void end(TranslationJob job) {
    rows.end(job);
  }

  public void defer(TranslationJob job, Duration wait) {
    rows.defer(job, wait);
  }

  /** Puts off all that waits in the organization, which the engine wants to hear nothing of. */
  public void pause(Duration wait) {
    rows.pause(wait);
  }
}
