package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.Surface;

/** Errors as Evolution tells them: {@code {status, error, response: {message}}}. */
public final class EvolutionErrors implements Surface {

  /** A malformed body is a 400 that calls itself an internal error, as in the real one. */
  @Override
  public HttpProblem malformed(String detail) {
    return problem(400, "Internal Server Error", TextNode.valueOf(detail));
  }

  @Override
  public HttpProblem tooLarge() {
    var message = TextNode.valueOf("request entity too large");
    return problem(413, "Internal Server Error", message);
  }

  static HttpProblem unauthorized() {
    return problem(401, "Unauthorized", TextNode.valueOf("Unauthorized"));
  }

  static HttpProblem notFound(String message) {
    return problem(404, "Not Found", Json.array().add(message));
  }

  static HttpProblem badRequest(String message) {
    return problem(400, "Bad Request", Json.array().add(message));
  }

  /** A refusal by the schema: the message lies in two lists. */
  static HttpProblem invalid(String message) {
    return problem(400, "Bad Request", Json.array().add(Json.array().add(message)));
  }

  static HttpProblem notOnWhatsApp(String jid, String number) {
    var row = Json.object().put("jid", jid).put("exists", false).put("number", number);
    return problem(400, "Bad Request", Json.array().add(row));
  }

  static HttpProblem failed(String message) {
    return problem(500, "Internal Server Error", TextNode.valueOf(message));
  }

  /** What a path that does not exist answers. */
  public static void unknownPath(Exchange exchange) {
    throw notFound("Cannot " + exchange.variable("method") + " " + exchange.path());
  }

  static HttpProblem problem(int status, String error, JsonNode message) {
    var body = Json.object().put("status", status).put("error", error);
    body.putObject("response").set("message", message);
    return new HttpProblem(status, body);
  }
}
