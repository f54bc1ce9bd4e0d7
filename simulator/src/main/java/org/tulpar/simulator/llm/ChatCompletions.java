package org.tulpar.simulator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
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

/** {@code /v1/chat/completions}, whole or streamed, and {@code /v1/models}. */
public final class ChatCompletions {

  private static final String END = "data: [DONE]\n\n";

  private final AtomicLong numbers = new AtomicLong();
  private final Faults faults;
  private final Journal journal;
  private final Clock clock;

  public ChatCompletions(Faults faults, Journal journal, Clock clock) {
    this.faults = faults;
    this.journal = journal;
    this.clock = clock;
  }

  public void on(Router router) {
    router.on(new ModelErrors(), "POST", "/v1/chat/completions", this::complete);
    router.on(new ModelErrors(), "GET", "/v1/models", this::models);
  }

  private void models(Exchange exchange) throws IOException {
    var list = Json.object().put("object", "list");
    list.putArray("data")
        .addObject()
        .put("id", Completion.MODEL)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", "simulator");
    exchange.answer(200, list);
  }

  private void complete(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var start = clock.millis();
    var request = exchange.json();
    var completion = Completion.of(request, numbers.incrementAndGet(), start / 1000);
    var fault = faults.next(FaultTarget.LLM, null);
    if (fault.mode() == FaultMode.HANG) {
      note(completion, 0, start, fault);
      faults.hang();
      exchange.hangUp();
      return;
    }
    faults.slow(fault.delay());
    refuse(exchange, completion, start, fault);
    var dropped = fault.mode() == FaultMode.DROP;
    note(completion, dropped ? 0 : 200, start, fault);
    if (dropped) {
      exchange.hangUp();
    } else if (request.path("stream").asBoolean(false)) {
      var usage = request.path("stream_options").path("include_usage").asBoolean(false);
      stream(exchange, completion, usage);
    } else {
      exchange.answer(200, completion.json());
    }
  }

  private void refuse(Exchange exchange, Completion completion, long start, Fault fault) {
    HttpProblem problem = null;
    if (fault.mode() == FaultMode.ERROR500) {
      problem = ModelErrors.failed();
    } else if (fault.mode() == FaultMode.STATUS429) {
      exchange.set("Retry-After", "1");
      problem = ModelErrors.limited();
    }
    if (problem != null) {
      note(completion, problem.status(), start, fault);
      throw problem;
    }
  }

  private static void stream(Exchange exchange, Completion completion, boolean usage)
      throws IOException {
    try (var out = exchange.stream("text/event-stream; charset=utf-8")) {
      var first = Json.object().put("role", "assistant").put("content", "");
      part(out, completion.chunk(first, null));
      for (var word : completion.text().split("(?<= )", -1)) {
        part(out, completion.chunk(Json.object().put("content", word), null));
      }
      part(out, completion.chunk(Json.object(), "stop"));
      if (usage) {
        part(out, completion.usageChunk());
      }
      out.write(END.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static void part(OutputStream out, JsonNode chunk) throws IOException {
    out.write("data: ".getBytes(StandardCharsets.US_ASCII));
    out.write(Json.bytes(chunk));
    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void note(Completion completion, int status, long start, Fault fault) {
    var entry =
        Json.object()
            .put("status", status)
            .put("ms", clock.millis() - start)
            .put("detail", completion.question())
            .put("fault", fault.mode() == FaultMode.OK ? "" : fault.mode().word());
    journal.write(null, "model", entry);
  }
}
