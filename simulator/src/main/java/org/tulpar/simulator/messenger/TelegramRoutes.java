package org.tulpar.simulator.messenger;

import java.io.IOException;
import java.time.Clock;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** The Bot API under {@code /telegram}; the bot's number in its token names the account. */
public final class TelegramRoutes implements Refusals {

  private final SendDesk desk;
  private final Messengers messengers;
  private final Clock clock;

  public TelegramRoutes(SendDesk desk, Messengers messengers, Clock clock) {
    this.desk = desk;
    this.messengers = messengers;
    this.clock = clock;
  }

  public void on(Router router) {
    router.on(this, "POST", "/telegram/{bot}/sendMessage", this::send);
    router.on(this, "POST", "/telegram/{bot}/setWebhook", this::setWebhook);
  }

  /** Refuses what is no token. */
  private String bot(Exchange exchange) {
    var token = exchange.variable("bot");
    if (!token.matches("bot\\d+:[\\w-]+")) {
      throw unauthorized();
    }
    return token.substring(3, token.indexOf(':'));
  }

  private void setWebhook(Exchange exchange) throws IOException, MalformedJson {
    var bot = bot(exchange);
    var body = exchange.json();
    messengers.connect(
        new Account(
            messengers.telegram,
            bot,
            body.path("url").asText(""),
            body.path("secret_token").asText(""),
            bot,
            ""));
    exchange.answer(200, Json.object().put("ok", true).put("result", true));
  }

  private void send(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var account = messengers.find(bot(exchange)).orElseThrow(this::unauthorized);
    var body = exchange.json();
    var chat = body.path("chat_id").asLong();
    var text = body.path("text").asText("");
    if (chat == 0) {
      throw problem(400, "Bad Request: chat not found");
    }
    if (text.isBlank() || text.length() > 4096) {
      throw problem(400, "Bad Request: message text is empty or too long");
    }
    var id = messengers.telegram.nextMessage();
    var number = Long.toString(chat);
    var answer = Json.object().put("ok", true);
    var message = answer.putObject("result").put("message_id", id);
    message.putObject("chat").put("id", chat).put("type", "private");
    message.put("date", clock.instant().getEpochSecond()).put("text", text);
    desk.send(
        exchange,
        new SendDesk.Order(account, "sendMessage", number, text, number + ":" + id, body),
        this,
        answer);
  }

  private static HttpProblem problem(int status, String description) {
    return new HttpProblem(
        status,
        Json.object().put("ok", false).put("error_code", status).put("description", description));
  }

  @Override
  public HttpProblem malformed(String detail) {
    return problem(400, "Bad Request: " + detail);
  }

  @Override
  public HttpProblem tooLarge() {
    return problem(413, "Request Entity Too Large");
  }

  @Override
  public HttpProblem unauthorized() {
    return problem(401, "Unauthorized");
  }

  @Override
  public HttpProblem tooFast(Exchange exchange) {
    var body =
        Json.object()
            .put("ok", false)
            .put("error_code", 429)
            .put("description", "Too Many Requests: retry after 1");
    body.putObject("parameters").put("retry_after", 1);
    return new HttpProblem(429, body);
  }

  @Override
  public HttpProblem failed() {
    return problem(500, "Internal Server Error");
  }

  @Override
  public HttpProblem unreachable() {
    return problem(403, "Forbidden: bot was blocked by the user");
  }
}
