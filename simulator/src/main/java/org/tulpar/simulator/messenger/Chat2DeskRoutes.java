package org.tulpar.simulator.messenger;

import java.io.IOException;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** Chat2Desk's messages under {@code /chat2desk}; the channel's number names the account. */
public final class Chat2DeskRoutes implements Refusals {

  private final SendDesk desk;

  public Chat2DeskRoutes(SendDesk desk) {
    this.desk = desk;
  }

  public void on(Router router) {
    router.on(this, "POST", "/chat2desk/v1/messages", this::send);
  }

  private void send(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    if (exchange.header("Authorization").orElse("").isBlank()) {
      throw unauthorized();
    }
    var body = exchange.json();
    var account =
        desk.messengers()
            .find(body.path("channel_id").asText(""))
            .orElseThrow(() -> error(400, "channel not found"));
    var client = body.path("client_id").asLong();
    var text = body.path("text").asText("");
    if (client <= 0 || text.isBlank()) {
      throw error(400, "client_id or text is missing");
    }
    var id = desk.messengers().chat2desk.nextMessage();
    var answer = Json.object();
    answer
        .putObject("data")
        .put("message_id", id)
        .put("channel_id", body.path("channel_id").asLong())
        .putNull("operator_id")
        .put("transport", body.path("transport").asText("whatsapp"))
        .put("type", "to_client")
        .put("client_id", client);
    answer.put("status", "success");
    desk.send(
        exchange,
        new SendDesk.Order(
            account, "messages", Long.toString(client), text, Long.toString(id), body),
        this,
        answer);
  }

  private static HttpProblem error(int status, String message) {
    return new HttpProblem(status, Json.object().put("status", "error").put("message", message));
  }

  @Override
  public HttpProblem malformed(String detail) {
    return error(400, detail);
  }

  @Override
  public HttpProblem tooLarge() {
    return error(413, "too large");
  }

  @Override
  public HttpProblem unauthorized() {
    return error(401, "access denied");
  }

  @Override
  public HttpProblem tooFast(Exchange exchange) {
    exchange.set("Retry-After", "1");
    return error(429, "too many requests");
  }

  @Override
  public HttpProblem failed() {
    return error(500, "internal error");
  }

  @Override
  public HttpProblem unreachable() {
    return error(404, "client not found");
  }
}
