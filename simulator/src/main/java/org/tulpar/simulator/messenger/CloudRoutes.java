package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/**
 * The Graph API's messages under {@code /graph}. A free text to a number that ends in {@code
 * 0000024} is refused as outside of the 24 hours.
 */
public final class CloudRoutes implements Refusals {

  private static final String SILENT_FOR_A_DAY = "0000024";

  private final SendDesk desk;

  public CloudRoutes(SendDesk desk) {
    this.desk = desk;
  }

  public void on(Router router) {
    router.on(this, "POST", "/graph/{version}/{phone}/messages", this::send);
  }

  private void send(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    if (!exchange.header("Authorization").orElse("").startsWith("Bearer ")) {
      throw unauthorized();
    }
    var account =
        desk.messengers()
            .find(exchange.variable("phone"))
            .orElseThrow(() -> error(400, 100, "Unsupported post request."));
    var body = exchange.json();
    var number = body.path("to").asText(body.path("recipient").asText(""));
    var template = body.path("type").asText().equals("template");
    var text = template ? words(body.path("template")) : body.at("/text/body").asText("");
    if (number.isBlank() || text.isBlank()) {
      throw error(400, 100, "(#100) The parameter to or text is required.");
    }
    if (!template && number.endsWith(SILENT_FOR_A_DAY)) {
      throw error(400, 131047, "(#131047) Re-engagement message");
    }
    var id = "wamid." + UUID.randomUUID();
    var answer = Json.object().put("messaging_product", "whatsapp");
    answer.putArray("contacts").addObject().put("input", number).put("wa_id", number);
    answer.putArray("messages").addObject().put("id", id);
    desk.send(
        exchange, new SendDesk.Order(account, "messages", number, text, id, body), this, answer);
  }

  /** A template as the log shows it: its name and its parameters. */
  private static String words(JsonNode template) {
    var parameters = template.at("/components/0/parameters");
    return "["
        + template.path("name").asText()
        + "] "
        + StreamSupport.stream(parameters.spliterator(), false)
            .map(parameter -> parameter.path("text").asText())
            .collect(Collectors.joining(", "));
  }

  private static HttpProblem error(int status, int code, String message) {
    var body = Json.object();
    body.putObject("error")
        .put("message", message)
        .put("type", "OAuthException")
        .put("code", code)
        .put("fbtrace_id", UUID.randomUUID().toString());
    return new HttpProblem(status, body);
  }

  @Override
  public HttpProblem malformed(String detail) {
    return error(400, 100, detail);
  }

  @Override
  public HttpProblem tooLarge() {
    return error(413, 100, "too large");
  }

  @Override
  public HttpProblem unauthorized() {
    return error(401, 190, "Invalid OAuth access token.");
  }

  @Override
  public HttpProblem tooFast(Exchange exchange) {
    exchange.set("Retry-After", "1");
    return error(429, 130429, "(#130429) Rate limit hit");
  }

  @Override
  public HttpProblem failed() {
    return error(500, 131000, "Something went wrong");
  }

  @Override
  public HttpProblem unreachable() {
    return error(400, 131026, "(#131026) Message undeliverable");
  }
}
