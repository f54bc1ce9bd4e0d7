package org.tulpar.translation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.translation.fidelity.Term;

/** How the organization's things are called; every change makes earlier translations old. */
@Stateless
public class Glossary {

  /** Terms of a page. */
  public static final int PAGE = 50;

  private static final int MOST = 1000;
  private static final int LONGEST = 120;
  private static final int LONGEST_NOTE = 300;

  @Inject private GlossaryRows rows;
  @Inject private SettingsRows settings;

  /**
   * @param before the last id of the page before, or null for the first
   */
  public List<GlossaryTerm> page(Long before) {
    return rows.page(before == null ? Long.MAX_VALUE : before, PAGE + 1);
  }

  /** All of it, as the check of translations reads it. */
  public List<Term> terms() {
    return rows.page(Long.MAX_VALUE, MOST).stream()
        .map(term -> new Term(term.forms(), term.kept()))
        .toList();
  }

  /**
   * @param forms by language; blank ones are left out
   * @param kept the name is never translated: it has one form
   * @throws GlossaryRefused when fewer than two forms are given (one, if kept), when one is too
   *     long or known already, or when the glossary is full
   */
  public void add(Map<String, String> forms, boolean kept, String note) {
    var clean = new LinkedHashMap<String, String>();
    forms.forEach(
        (language, form) -> {
          if (form != null && !form.isBlank() && TranslationSettings.LANGUAGES.contains(language)) {
            clean.put(language, form.strip());
          }
        });
    check(clean, kept, note);
    if (rows.count() >= MOST) {
      throw new GlossaryRefused("full");
    }
    if (rows.known(clean)) {
      throw new GlossaryRefused("known");
    }
    rows.add(clean, kept, note == null || note.isBlank() ? null : note.strip());
    settings.glossaryChanged();
  }

  private static void check(Map<String, String> forms, boolean kept, String note) {
    if (kept ? forms.size() != 1 : forms.size() < 2) {
      throw new GlossaryRefused(kept ? "kept_forms" : "forms");
    }
    var longest = forms.values().stream().mapToInt(String::length).max().orElse(0);
    if (longest > LONGEST || note != null && note.length() > LONGEST_NOTE) {
      throw new GlossaryRefused("long");
    }
    if (forms.values().stream().anyMatch(form -> !Tongue.hasWords(form))) {
      throw new GlossaryRefused("forms");
    }
  }

  public void remove(long id) {
    if (rows.remove(id) > 0) {
      settings.glossaryChanged();
    }
  }
}
