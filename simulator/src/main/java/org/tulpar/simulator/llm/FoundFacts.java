package org.tulpar.simulator.llm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tulpar.simulator.http.Json;

/**
 * The simulated model's notes on numbered messages: what a few patterns find, of each kind the
 * latest, in the JSON that it was told to answer with.
 */
final class FoundFacts {

  private static final Pattern LINE = Pattern.compile("(?m)^#(\\d+) client: (.*)$");
  private static final String MONTH =
      "(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр|january|february|march|april|may|june|july|august|september|october|november|december)\\w*";
  private static final Map<String, Pattern> KINDS = new LinkedHashMap<>();

  static {
    kind("READY", "(?:как|где|how|where)[^.?!]{0,30}(?:оплат|брон|pay|book)\\w*");
    kind("DATES", "\\d{1,2}(?:\\s*[–-]\\s*\\d{1,2})?\\s+" + MONTH + "|" + MONTH + "\\s+\\d{1,2}");
    kind("PARTY", group() + "(?:(?:\\s+и|\\s+and|,)\\s+" + group() + ")*");
    kind("PRODUCT", "Иссык-Кул\\w*|Сон-Кул\\w*|Каракол\\w*|Issyk-Kul|Song-Kul|Karakol");
    kind(
        "BUDGET",
        "(?:до|около|up to|about)\\s+\\d[\\d ]*\\s*(?:сом\\w*|тенге|руб\\w*|долл\\w*|usd|dollars|\\$)");
    kind("WISH", "халял\\w*|вегетариан\\w*|halal|vegetarian");
    kind("DOUBT", "дорого\\w*|подума\\w*|не уверен\\w*|expensive|think about it");
  }

  private FoundFacts() {}

  private static String group() {
    return "\\d+\\s+(?:взросл|дет|человек|бутыл|adult|child|kid|people|person|bottle)\\w*";
  }

  private static void kind(String name, String words) {
    var flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    KINDS.put(name, Pattern.compile(words, flags));
  }

  /** Whether the system prompt wants facts. */
  static boolean wanted(String orders) {
    return orders.contains("{\"facts\":");
  }

  static String in(String messages) {
    var latest = new LinkedHashMap<String, MatchResult>();
    var lines = new LinkedHashMap<String, Integer>();
    LINE.matcher(messages)
        .results()
        .forEach(
            line ->
                KINDS.forEach(
                    (kind, words) ->
                        words
                            .matcher(line.group(2))
                            .results()
                            .findFirst()
                            .ifPresent(
                                found -> {
                                  latest.put(kind, found);
                                  lines.put(kind, Integer.valueOf(line.group(1)));
                                })));
    var answer = Json.object();
    var facts = answer.putArray("facts");
    latest.forEach((kind, found) -> note(facts, kind, lines.get(kind), found.group()));
    answer.putArray("over");
    return answer.toString();
  }

  private static void note(ArrayNode facts, String kind, int line, String words) {
    facts
        .addObject()
        .put("message", line)
        .put("kind", kind)
        .put("quote", words)
        .put("text", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
  }
}
