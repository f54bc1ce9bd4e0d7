package org.tulpar.simulator.deepl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tulpar.simulator.faults.Fault;
import org.tulpar.simulator.faults.FaultMode;
import org.tulpar.simulator.faults.FaultTarget;
import org.tulpar.simulator.faults.Faults;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** {@code /v2/translate}, {@code /v2/glossaries} and {@code /v2/usage} below {@code /deepl}. */
public final class DeepLRoutes {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?؟\\n])(?=\\s)|\\n");
  private static final int MOST_GLOSSARIES = 1000;

  private final PhraseBook book = new PhraseBook();
  private final Map<String, JsonNode> glossaries = new ConcurrentSkipListMap<>();
  private final AtomicLong characters = new AtomicLong();
  private final Faults faults;
  private final Journal journal;
  private final Clock clock;

  public DeepLRoutes(Faults faults, Journal journal, Clock clock) {
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  public void on(Router router) {
    var errors = new DeepLErrors();
    router.on(errors, "POST", "/deepl/v2/translate", this::translate);
    router.on(errors, "GET", "/deepl/v2/glossaries", this::glossaries);
    router.on(errors, "POST", "/deepl/v2/glossaries", this::makeGlossary);
    router.on(errors, "GET", "/deepl/v2/usage", this::usage);
  }

  private void translate(Exchange exchange)
      throws IOException, MalformedJson, InterruptedException {
    var start = clock.millis();
    signed(exchange);
    var request = exchange.json();
    if (!request.path("text").isArray() || request.path("text").isEmpty()) {
      throw DeepLErrors.problem(400, "Bad request. Reason: Parameter 'text' not specified.");
    }
    var target = request.path("target_lang").asText("").toLowerCase(Locale.ROOT);
    if (target.isEmpty()
        || !book.languages().contains(target.substring(0, Math.min(2, target.length())))) {
      throw DeepLErrors.problem(400, "Bad request. Reason: Value for 'target_lang' not supported.");
    }
    var fault = faults.next(FaultTarget.TRANSLATOR, null);
    if (fault.mode() == FaultMode.HANG || fault.mode() == FaultMode.DROP) {
      note(request, 0, start, fault);
      if (fault.mode() == FaultMode.HANG) {
        faults.hang();
      }
      exchange.hangUp();
      return;
    }
    faults.slow(fault.delay());
    refuse(exchange, request, start, fault);
    note(request, 200, start, fault);
    exchange.answer(200, answer(request, target.substring(0, 2)));
  }

  private void refuse(Exchange exchange, JsonNode request, long start, Fault fault) {
    HttpProblem problem = null;
    if (fault.mode() == FaultMode.ERROR500) {
      problem = DeepLErrors.problem(500, "Internal error");
    } else if (fault.mode() == FaultMode.STATUS429) {
      exchange.set("Retry-After", "1");
      problem = DeepLErrors.problem(429, "Too many requests");
    }
    if (problem != null) {
      note(request, problem.status(), start, fault);
      throw problem;
    }
  }

  private JsonNode answer(JsonNode request, String target) {
    var answer = Json.object();
    var translations = answer.putArray("translations");
    for (var text : request.path("text")) {
      var words = text.asText("");
      characters.addAndGet(words.length());
      var source = source(request, words);
      translations
          .addObject()
          .put("detected_source_language", source.toUpperCase(Locale.ROOT))
          .put("text", source.equals(target) ? words : translated(words, target));
    }
    return answer;
  }

  private String source(JsonNode request, String words) {
    if (request.hasNonNull("source_lang")) {
      return request.path("source_lang").asText().toLowerCase(Locale.ROOT);
    }
    var known = book.language(words);
    return known == null ? Tongue.of(words) : known;
  }

  /** Sentence by sentence; one that is not in the book is shown as it is, with a mark. */
  private String translated(String words, String target) {
    var whole = book.translate(words, target);
    if (whole != null) {
      return whole;
    }
    return SENTENCE
        .splitAsStream(words)
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .map(
            sentence -> {
              var known = book.translate(sentence, target);
              return known == null ? "[" + target + "] " + sentence : known;
            })
        .collect(Collectors.joining(" "));
  }

  private void glossaries(Exchange exchange) throws IOException {
    signed(exchange);
    var list = Json.object();
    list.putArray("glossaries").addAll(glossaries.values());
    exchange.answer(200, list);
  }

  private void makeGlossary(Exchange exchange) throws IOException, MalformedJson {
    signed(exchange);
    var request = exchange.json();
    if (request.path("entries").asText("").isEmpty() || glossaries.size() >= MOST_GLOSSARIES) {
      throw DeepLErrors.problem(400, "Bad request. Reason: Invalid glossary entries provided");
    }
    var id = "glossary-%04d".formatted(glossaries.size() + 1);
    var made =
        Json.object()
            .put("glossary_id", id)
            .put("ready", true)
            .put("name", request.path("name").asText())
            .put("source_lang", request.path("source_lang").asText())
            .put("target_lang", request.path("target_lang").asText());
    glossaries.put(id, made);
    exchange.answer(201, made);
  }

  private void usage(Exchange exchange) throws IOException {
    signed(exchange);
    exchange.answer(
        200,
        Json.object().put("character_count", characters.get()).put("character_limit", 500_000));
  }

  private static void signed(Exchange exchange) {
    var key = exchange.header("Authorization").orElse("");
    if (!key.startsWith("DeepL-Auth-Key ") || key.endsWith(" wrong")) {
      throw DeepLErrors.problem(403, "Forbidden");
    }
  }

  private void note(JsonNode request, int status, long start, Fault fault) {
    var entry =
        Json.object()
            .put("status", status)
            .put("ms", clock.millis() - start)
            .put("detail", request.path("text").path(0).asText(""))
            .put("fault", fault.mode() == FaultMode.OK ? "" : fault.mode().word());
    journal.write(null, "translator", entry);
  }
}
