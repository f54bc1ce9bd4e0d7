package org.tulpar.web.shell;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the interface; everyone else gets the first one. */
public final class Languages {

  public static final List<Locale> ALL = List.of(Locale.of("ru"), Locale.ENGLISH);

  private Languages() {}

  /** The language with this code, if we speak it. */
  public static Optional<Locale> of(String code) {
    return ALL.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst();
  }

  /** The first of these that we speak, as a browser lists them by preference. */
  public static Locale among(Iterable<Locale> wanted) {
    for (var locale : wanted) {
      var known = of(locale.getLanguage());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return ALL.getFirst();
  }

  /** As {@link #among(Iterable)}, for the enumeration of a servlet request. */
  public static Locale among(Enumeration<Locale> wanted) {
    return among(Collections.list(wanted));
  }
}
