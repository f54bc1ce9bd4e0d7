package org.tulpar.translation.fidelity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Damages a translation in every place where it has figures, names of months, currencies or
 * addresses. Knows nothing of how the check reads them.
 */
final class Mutations {

  private static final Pattern FIGURES = Pattern.compile("\\d+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FULL = Pattern.compile("00|٠٠");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.@/:?=-]*example[\\w./?=-]*");

  /** Words that mean another thing of their kind; the same row in every language. */
  private static final List<List<String>> EXCHANGED =
      List.of(
          List.of("July", "June", "August", "April", "October", "September", "December"),
          List.of("июля", "июня", "августа", "апреля", "сентября", "декабря"),
          List.of("октябрь", "ноябрь"),
          List.of("يوليو", "يونيو", "أغسطس", "أبريل", "أكتوبر", "سبتمبر", "ديسمبر"),
          List.of("juillet", "juin", "août", "avril", "octobre", "septembre", "décembre"),
          List.of("Juli", "Juni", "August", "April", "Oktober", "September", "Dezember"),
          List.of("julio", "junio", "agosto", "abril", "octubre", "septiembre", "diciembre"),
          List.of("lipca", "czerwca", "sierpnia", "kwietnia", "października", "września"),
          List.of("USD", "AED", "EUR"),
          List.of("$", "€"),
          List.of("dollars", "euros", "rubles", "soms", "tenge"),
          List.of("долларов", "евро", "рублей", "сомов", "тенге"),
          List.of("دولارًا", "يورو", "سوم"),
          List.of("roubles", "euros", "soms", "tenges"),
          List.of(" Dollar", " Euro", " Rubel", " Som"),
          List.of(" dólares", " euros", " rublos", " soms"),
          List.of("dolarów", "euro", "rubli", "somów", "tenge"),
          List.of("2 pm", "2 am"),
          List.of("45 am", "45 pm"),
          List.of("30 am", "30 pm"),
          List.of("11 pm", "11 am"),
          List.of("6 pm", "6 am"),
          List.of("مساءً", "صباحًا"),
          List.of("Tuesdays", "Mondays"),
          List.of("вторникам", "средам"),
          List.of("الثلاثاء", "الخميس"),
          List.of("mardis", "jeudis"),
          List.of("dienstags", "mittwochs"),
          List.of("martes", "jueves"),
          List.of("wtorki", "czwartki"));

  private Mutations() {}

  static Set<String> of(String text) {
    var damaged = new LinkedHashSet<String>();
    figures(text, damaged);
    words(text, damaged);
    addresses(text, damaged);
    damaged.remove(text);
    return damaged;
  }

  /**
   * The same where the name of a person is another one's, is gone, or has lost its beginning.
   *
   * @param others names in the language of the text
   */
  static Set<String> ofName(String text, String name, List<String> others) {
    var damaged = new LinkedHashSet<String>();
    int from = text.indexOf(name);
    int to = from + name.length();
    others.forEach(other -> damaged.add(replaced(text, from, to, other)));
    damaged.add(replaced(text, from, to, ""));
    damaged.add(replaced(text, from, to, name.substring(name.length() - 2)));
    damaged.remove(text);
    return damaged;
  }

  private static void figures(String text, Set<String> damaged) {
    var matcher = FIGURES.matcher(text);
    while (matcher.find()) {
      var figure = matcher.group();
      damaged.add(
          replaced(text, matcher.start(), matcher.end(), next(figure, figure.length() - 1)));
      damaged.add(replaced(text, matcher.start(), matcher.end(), next(figure, 0)));
      // Without its full minutes 14:00 is still 14.
      if (!FULL.matcher(figure).matches()) {
        damaged.add(replaced(text, matcher.start(), matcher.end(), ""));
      }
      if (figure.length() > 1 && figure.charAt(0) != figure.charAt(1)) {
        var swapped = "" + figure.charAt(1) + figure.charAt(0) + figure.substring(2);
        damaged.add(replaced(text, matcher.start(), matcher.end(), swapped));
      }
    }
  }

  /** The digit there becomes the next one of its own script. */
  private static String next(String figure, int at) {
    var digit = figure.charAt(at);
    int value = Character.digit(digit, 10);
    int next = value == 9 ? 8 : value + 1;
    return figure.substring(0, at) + (char) (digit - value + next) + figure.substring(at + 1);
  }

  private static void words(String text, Set<String> damaged) {
    for (var row : EXCHANGED) {
      for (int i = 0; i < row.size(); i++) {
        int at = text.indexOf(row.get(i));
        if (at >= 0) {
          var other = row.get((i + 1) % row.size());
          damaged.add(replaced(text, at, at + row.get(i).length(), other));
        }
      }
    }
  }

  private static void addresses(String text, Set<String> damaged) {
    var matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      int at = matcher.start() + matcher.group().indexOf("example") - 2;
      damaged.add(replaced(text, at, at + 1, "x"));
      damaged.add(replaced(text, matcher.start(), matcher.end(), ""));
    }
  }

  private static String replaced(String text, int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
