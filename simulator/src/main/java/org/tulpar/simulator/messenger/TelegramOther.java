package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Function;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** The Bot API's calls that send neither words nor a file, and those that change a message. */
final class TelegramOther {

  private final SendDesk desk;
  private final Messengers messengers;
  private final TelegramRoutes refusals;
  private final Function<Exchange, String> bot;
  private final Answer answer;

  /** What Telegram says of a message that was sent. */
  interface Answer {
    ObjectNode of(long chat, long message);
  }

  TelegramOther(
      SendDesk desk,
      Messengers messengers,
      TelegramRoutes refusals,
      Function<Exchange, String> bot,
      Answer answer) {
    this.desk = desk;
    this.messengers = messengers;
    this.refusals = refusals;
    this.bot = bot;
    this.answer = answer;
  }

  void on(Router router) {
    on(router, "sendLocation", body -> body.path("latitude") + ", " + body.path("longitude"));
    on(router, "sendVenue", body -> body.path("title").asText());
    on(router, "sendContact", body -> body.path("first_name").asText());
    router.on(refusals, "POST", "/telegram/{bot}/editMessageText", this::edit);
    router.on(refusals, "POST", "/telegram/{bot}/deleteMessage", this::delete);
  }

  private void on(Router router, String call, Function<JsonNode, String> shown) {
    router.on(refusals, "POST", "/telegram/{bot}/" + call, exchange -> send(exchange, call, shown));
  }

  private void send(Exchange exchange, String call, Function<JsonNode, String> shown)
      throws IOException, MalformedJson, InterruptedException {
    var account = account(exchange);
    var body = exchange.json();
    var chat = body.path("chat_id").asLong();
    if (call.equals("sendContact") && body.path("phone_number").asText("").isBlank()) {
      throw TelegramRoutes.problem(400, "Bad Request: PHONE_NUMBER_INVALID");
    }
    var id = messengers.telegram.nextMessage();
    var number = Long.toString(chat);
    var kind = call.equals("sendContact") ? "contact" : "location";
    var sending = Sending.words(number, kind, shown.apply(body), number + ":" + id, body);
    desk.send(exchange, new SendDesk.Order(account, call, sending), refusals, answer.of(chat, id));
  }

  private void edit(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    change(exchange, "edit", "editMessageText", "Bad Request: message to edit not found");
  }

  private void delete(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    change(exchange, "delete", "deleteMessage", "Bad Request: message to delete not found");
  }

  private void change(Exchange exchange, String kind, String call, String missing)
      throws IOException, MalformedJson, InterruptedException {
    var account = account(exchange);
    var body = exchange.json();
    var number = body.path("chat_id").asText();
    var target = number + ":" + body.path("message_id").asText();
    if (!messengers.stands(account, number, target)) {
      throw TelegramRoutes.problem(400, missing);
    }
    var text = body.path("text").asText("");
    var sending = Sending.change(kind, number, target, text, body);
    var done =
        kind.equals("edit")
            ? answer.of(body.path("chat_id").asLong(), body.path("message_id").asLong())
            : Json.object().put("ok", true).put("result", true);
    desk.send(exchange, new SendDesk.Order(account, call, sending), refusals, done);
  }

  private Account account(Exchange exchange) {
    return messengers.find(bot.apply(exchange)).orElseThrow(refusals::unauthorized);
  }
}
