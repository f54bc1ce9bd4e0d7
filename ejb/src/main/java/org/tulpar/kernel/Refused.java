package org.tulpar.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A business no. The transaction is rolled back; the caller shows the sentence behind {@link
 * #code()}, which exists in every language of the interface.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected Refused(String detail) {
    super(detail);
  }

  /** Key of the sentence for the person, for example {@code refused.conversation_taken}. */
  public abstract String code();

  /** What the sentence counts, in the order of its places. */
  public List<Object> values() {
    return List.of();
  }
}
