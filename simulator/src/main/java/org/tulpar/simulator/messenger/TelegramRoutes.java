package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Form;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** The Bot API under {@code /telegram}; the bot's number in its token names the account. */
public final class TelegramRoutes implements Refusals {

  private static final Map<String, String> FILES =
      Map.of(
          "sendPhoto", "photo",
          "sendVideo", "video",
          "sendVoice", "voice",
          "sendAudio", "audio",
          "sendSticker", "sticker",
          "sendDocument", "document");

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
    router.on(this, "GET", "/telegram/{bot}/getMe", this::getMe);
    router.on(this, "POST", "/telegram/{bot}/setWebhook", this::setWebhook);
    router.on(this, "POST", "/telegram/{bot}/deleteWebhook", this::deleteWebhook);
    router.on(this, "GET", "/telegram/{bot}/getWebhookInfo", this::getWebhookInfo);
    for (var part : FILES.entrySet()) {
      router.on(
          this,
          "POST",
          "/telegram/{bot}/" + part.getKey(),
          exchange -> sendFile(exchange, part.getKey(), part.getValue()));
    }
    router.on(this, "POST", "/telegram/{bot}/setMessageReaction", this::react);
    new TelegramOther(desk, messengers, this, this::bot, this::sent).on(router);
    router.on(this, "GET", "/telegram/{bot}/getFile", this::getFile);
    router.on(this, "GET", "/telegram/file/{bot}/files/{file}", this::download);
  }

  /** Refuses what is no token, and one that was taken back. */
  private String bot(Exchange exchange) {
    var token = exchange.variable("bot");
    if (!token.matches("bot\\d+:[\\w-]+")) {
      throw unauthorized();
    }
    var bot = token.substring(3, token.indexOf(':'));
    if (!messengers.keys().opens(bot, token.substring(3))) {
      throw unauthorized();
    }
    return bot;
  }

  /** Of a bot that nobody made nothing is told. */
  private String known(Exchange exchange) {
    var bot = bot(exchange);
    if (!messengers.opens(bot, exchange.variable("bot").substring(3))) {
      throw unauthorized();
    }
    return bot;
  }

  private void getMe(Exchange exchange) throws IOException {
    var bot = known(exchange);
    var title =
        messengers.keys().of(exchange.variable("bot").substring(3)).map(Keys.Declared::title);
    var answer = Json.object().put("ok", true);
    answer
        .putObject("result")
        .put("id", Long.parseLong(bot))
        .put("is_bot", true)
        .put("first_name", title.orElse("Bot"))
        .put("username", title.orElse("bot" + bot));
    exchange.answer(200, answer);
  }

  private void getWebhookInfo(Exchange exchange) throws IOException {
    var url = messengers.find(known(exchange)).map(Account::url).orElse("");
    var answer = Json.object().put("ok", true);
    answer.putObject("result").put("url", url).put("pending_update_count", 0);
    exchange.answer(200, answer);
  }

  private void deleteWebhook(Exchange exchange) throws IOException {
    messengers.disconnect(known(exchange));
    exchange.answer(200, Json.object().put("ok", true).put("result", true));
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
    var sending = Sending.words(number, "text", text, number + ":" + id, body);
    var answer = sent(chat, id);
    ((ObjectNode) answer.path("result")).put("text", text);
    desk.send(exchange, new SendDesk.Order(account, "sendMessage", sending), this, answer);
  }

  /** What a send is answered with. */
  private ObjectNode sent(long chat, long id) {
    var answer = Json.object().put("ok", true);
    var message = answer.putObject("result").put("message_id", id);
    message.putObject("chat").put("id", chat).put("type", "private");
    message.put("date", clock.instant().getEpochSecond());
    return answer;
  }

  /**
   * @param part what the call names the file
   */
  private void sendFile(Exchange exchange, String call, String part)
      throws IOException, InterruptedException {
    var account = messengers.find(bot(exchange)).orElseThrow(this::unauthorized);
    var form = Form.of(exchange);
    var number = form.field("chat_id");
    if (!number.matches("-?\\d{1,18}")) {
      throw problem(400, "Bad Request: chat not found");
    }
    if (form.file() == null || !form.file().field().equals(part)) {
      throw problem(400, "Bad Request: there is no " + part + " in the request");
    }
    var given = form.file();
    var file = desk.shelf().put(given.type(), given.name(), given.bytes());
    var id = messengers.telegram.nextMessage();
    var caption = form.field("caption");
    var request = Json.object().put("caption", caption).put("fileName", given.name());
    request.put("mimetype", given.type()).put("bytes", given.bytes().length);
    request.put("reply_parameters", form.field("reply_parameters"));
    var kind = part.equals("photo") ? "image" : part;
    var sending = new Sending(number, kind, caption, file, null, number + ":" + id, request);
    desk.send(
        exchange,
        new SendDesk.Order(account, call, sending),
        this,
        sent(Long.parseLong(number), id));
  }

  private void react(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var account = messengers.find(bot(exchange)).orElseThrow(this::unauthorized);
    var body = exchange.json();
    var number = body.path("chat_id").asText();
    var sign = body.at("/reaction/0/emoji").asText("");
    var target = number + ":" + body.path("message_id").asText();
    var sending = Sending.reaction(number, target, sign, null, body);
    var done = Json.object().put("ok", true).put("result", true);
    desk.send(exchange, new SendDesk.Order(account, "setMessageReaction", sending), this, done);
  }

  private void getFile(Exchange exchange) throws IOException {
    bot(exchange);
    var file =
        exchange
            .query("file_id")
            .flatMap(desk.shelf()::find)
            .orElseThrow(() -> problem(400, "Bad Request: invalid file_id"));
    var answer = Json.object().put("ok", true);
    answer
        .putObject("result")
        .put("file_id", file.id())
        .put("file_size", file.bytes().length)
        .put("file_path", "files/" + file.id());
    exchange.answer(200, answer);
  }

  private void download(Exchange exchange) throws IOException {
    bot(exchange);
    var file =
        desk.shelf().find(exchange.variable("file")).orElseThrow(() -> problem(404, "Not Found"));
    exchange.answer(200, "application/octet-stream", file.bytes());
  }

  static HttpProblem problem(int status, String description) {
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
