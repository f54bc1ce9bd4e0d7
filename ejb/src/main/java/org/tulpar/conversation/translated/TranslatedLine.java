package org.tulpar.conversation.translated;

import java.util.List;
import org.tulpar.translation.Interpretation;
import org.tulpar.translation.fidelity.Finding;

/**
 * A message in a reader's language.
 *
 * @param source the language of the other text (ISO 639-1), or null while unknown
 * @param text what the reader reads, or null when the translation failed
 * @param written a person of ours wrote this text, and the message is its translation
 * @param findings what the translation has lost or changed
 * @param failure code of the reason why there is none, or null
 */
public record TranslatedLine(
    String source, String text, boolean written, List<Finding> findings, String failure) {

  /** The month's budget did not last for it; another month's may. */
  public boolean isUnpaid() {
    return Interpretation.UNPAID.equals(failure);
  }
}
