package org.tulpar.translation.fidelity;

import java.util.Map;

/**
 * One thing that is called by a fixed name in each language.
 *
 * @param forms the name by language (ISO 639-1)
 * @param kept the name is never translated: the one form counts for every language
 */
public record Term(Map<String, String> forms, boolean kept) {

  /** The form in this language, or null when none is agreed. */
  public String in(String language) {
    if (kept) {
      return forms.values().iterator().next();
    }
    return language == null ? null : forms.get(language);
  }
}
