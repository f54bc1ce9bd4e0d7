package org.tulpar.web.identity;

import java.io.Serializable;
import org.tulpar.identity.ApiToken;
import org.tulpar.web.operations.Figures;

/**
 * One key of a program, ready to show.
 *
 * @param used when it was last used, or null
 */
public record KeyLine(long id, String name, String by, String made, String used)
    implements Serializable {

  static KeyLine of(ApiToken token, Figures figures) {
    return new KeyLine(
        token.id(),
        token.name(),
        token.madeBy(),
        figures.exact(token.madeAt()),
        token.usedAt() == null ? null : figures.exact(token.usedAt()));
  }
}
