package org.tulpar.simulator.messenger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tulpar.simulator.evolution.Content;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** Chat2Desk's messages under {@code /chat2desk}; the channel's number names the account. */
public final class Chat2DeskRoutes implements Refusals {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SendDesk desk;

  public Chat2DeskRoutes(SendDesk desk) {
    this.desk = desk;
  }

  public void on(Router router) {
    router.on(this, "POST", "/chat2desk/v1/messages", this::send);
    new Chat2DeskSetup(desk.messengers(), this).on(router);
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
    var token = exchange.header("Authorization").orElse("");
    if (!desk.messengers().keys().opens(account.instance(), token)) {
      throw unauthorized();
    }
    var client = body.path("client_id").asLong();
    var text = body.path("text").asText("");
    var attachment = body.path("attachment").asText("");
    if (client <= 0 || text.isBlank() && attachment.isEmpty()) {
      throw error(400, "client_id, or text and attachment, are missing");
    }
    var file = attachment.isEmpty() ? null : fetched(attachment);
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
    var kind = file == null ? "text" : Content.kind(file.type());
    var sending =
        new Sending(Long.toString(client), kind, text, file, null, Long.toString(id), body);
    desk.send(exchange, new SendDesk.Order(account, "messages", sending), this, answer);
  }

  /** Chat2Desk fetches what it is to send. */
  private FileShelf.Kept fetched(String address) throws InterruptedException {
    try {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw error(400, "attachment is not reachable: " + answer.statusCode());
      }
      var type = answer.headers().firstValue("Content-Type").orElse("application/octet-stream");
      return desk.shelf().put(type, "file", answer.body());
    } catch (IOException | IllegalArgumentException e) {
      throw error(400, "attachment is not reachable: " + e);
    }
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
