package org.tulpar.conversation.translated;

import java.util.List;
import org.tulpar.kernel.Refused;
import org.tulpar.translation.fidelity.Finding;

/** The translation has lost or changed something, and nobody has confirmed it yet. */
public final class TranslationDoubtful extends Refused {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  TranslationDoubtful(List<Finding> findings) {
    super(findings.size() + " findings");
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }

  @Override
  public String code() {
    return "refused.translation_doubtful";
  }
}
