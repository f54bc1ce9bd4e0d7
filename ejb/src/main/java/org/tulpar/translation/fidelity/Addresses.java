package org.tulpar.translation.fidelity;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tulpar.translation.fidelity.Finding.Kind;
import org.tulpar.translation.fidelity.Reading.Literal;

/** Links, e-mail addresses, handles and telephone numbers: these survive to the letter. */
final class Addresses {

  private static final String HOST = "(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\\.){1,4}";
  private static final String REST = "[^\\s<>\"«»“”()\\[\\]،\ufffc]";

  private static final Pattern EMAIL =
      Regex.of("(?<![\\w.@])[a-z0-9._%+-]{1,64}@" + HOST + "[a-z]{2,24}");
  private static final Pattern LINK =
      Regex.of(
          "(?:https?://|www\\.)"
              + REST
              + "+|(?<![\\p{L}\\d@.-])"
              + HOST
              + "(?:com|org|net|ru|kg|kz|uz|ae|de|fr|es|pl|me|io|app|info|travel|eu|uk|tr|by|ua)"
              + "(?![\\p{L}\\d-])(?:/"
              + REST
              + "*)?");
  private static final Pattern HANDLE = Regex.of("(?<![\\p{L}\\d])@[a-z][a-z0-9_]{2,31}");
  private static final Pattern TAIL = Pattern.compile("[.,;:!?'…؟]+$");

  private static final Pattern INTERNATIONAL =
      Regex.of(
          "(?<![\\d\\p{L}:.,])(?:\\+|00(?=\\s?[1-9]\\d))\\s?\\d(?:[ ().-]{0,2}\\d){6,14}(?!\\d)");
  private static final Pattern LOCAL =
      Regex.of(
          "(?<![\\d.,:+])(?:[08][ -]?\\(?\\d{3,4}\\)?(?:[ -]?\\d{2,4}){2,3}"
              + "|\\(?\\d{3}\\)?[ -]\\d{3}[ -]\\d{2}[ -]\\d{2}|\\d{2,3}-\\d{2}-\\d{2}|\\d{9,14})"
              + "(?![\\d.,:]*\\d)");
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?: \\d{3})+");
  private static final Pattern NO_DIGITS = Pattern.compile("\\D");

  private Addresses() {}

  static void links(Scan scan) {
    scan.take(EMAIL, Kind.EMAIL, m -> Set.of(new Literal(m.group().toLowerCase(Locale.ROOT))));
    scan.take(LINK, Kind.LINK, m -> Set.of(new Literal(link(m.group()))));
    scan.take(HANDLE, Kind.LINK, m -> Set.of(new Literal(m.group().toLowerCase(Locale.ROOT))));
  }

  /** The path keeps its letters, scheme and host do not care for theirs. */
  private static String link(String written) {
    var text = TAIL.matcher(written).replaceFirst("");
    int scheme = text.indexOf("://");
    int path = text.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    var host = (path < 0 ? text : text.substring(0, path)).toLowerCase(Locale.ROOT);
    var rest = path < 0 || path == text.length() - 1 ? "" : text.substring(path);
    return host + rest;
  }

  static void international(Scan scan) {
    scan.take(INTERNATIONAL, Kind.PHONE, m -> Set.of(phone(m)));
  }

  /** After the dates, which look alike. */
  static void local(Scan scan) {
    scan.take(
        LOCAL, Kind.PHONE, m -> GROUPED.matcher(m.group()).matches() ? Set.of() : Set.of(phone(m)));
  }

  private static Reading phone(MatchResult match) {
    var digits = NO_DIGITS.matcher(match.group()).replaceAll("");
    return new Literal(digits.startsWith("00") ? digits.substring(2) : digits);
  }
}
