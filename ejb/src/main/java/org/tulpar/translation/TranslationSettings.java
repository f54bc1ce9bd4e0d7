package org.tulpar.translation;

import java.util.List;

/**
 * What an organization has chosen.
 *
 * @param url where the engine is, or null: where its maker offers it
 * @param keyed a key is stored
 * @param languages of clients, that answers are translated into (ISO 639-1)
 * @param charactersPerMonth what the engine may be given in a month (UTC), in UTF-16 units
 * @param used of that, so far
 */
public record TranslationSettings(
    Engine engine,
    String url,
    boolean keyed,
    List<String> languages,
    long charactersPerMonth,
    long used) {

  /** The languages that we know the months, currencies and numbers of. */
  public static final List<String> LANGUAGES = List.of("en", "ru", "ar", "fr", "de", "es", "pl");

  static final TranslationSettings NONE =
      new TranslationSettings(Engine.NONE, null, false, LANGUAGES, 500_000, 0);

  public boolean on() {
    return engine != Engine.NONE;
  }

  /** Whether the engine may be given anything more this month. */
  public boolean affords() {
    return on() && left() > 0;
  }

  /** What it may still be given this month. */
  public long left() {
    return charactersPerMonth - used;
  }

  /** Whether answers are translated for clients of this language. */
  public boolean speaks(String language) {
    return on() && language != null && languages.contains(language);
  }
}
