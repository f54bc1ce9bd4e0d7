package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Form;
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
    router.on(this, "POST", "/graph/{version}/{phone}/media", this::upload);
    router.on(this, "GET", "/graph/files/{file}", this::download);
    router.on(this, "GET", "/graph/{version}/{business}/phone_numbers", this::numbers);
    router.on(this, "POST", "/graph/{version}/{business}/subscribed_apps", this::subscribe);
    router.on(this, "GET", "/graph/{version}/{file}", this::node);
  }

  private void send(Exchange exchange) throws IOException, MalformedJson, InterruptedException {
    var account = account(exchange);
    var body = exchange.json();
    var number = body.path("to").asText(body.path("recipient").asText(""));
    var template = body.path("type").asText().equals("template");
    if (number.isBlank()) {
      throw error(400, 100, "(#100) The parameter to is required.");
    }
    if (!template && number.endsWith(SILENT_FOR_A_DAY)) {
      throw error(400, 131047, "(#131047) Re-engagement message");
    }
    var id = "wamid." + UUID.randomUUID();
    var answer = Json.object().put("messaging_product", "whatsapp");
    answer.putArray("contacts").addObject().put("input", number).put("wa_id", number);
    answer.putArray("messages").addObject().put("id", id);
    var sending = sending(number, id, body);
    desk.send(exchange, new SendDesk.Order(account, "messages", sending), this, answer);
  }

  private Account account(Exchange exchange) {
    authorized(exchange);
    var phone = exchange.variable("phone");
    if (!desk.messengers().keys().opens(phone, token(exchange))) {
      throw unauthorized();
    }
    return desk.messengers()
        .find(phone)
        .orElseThrow(() -> error(400, 100, "Unsupported post request."));
  }

  private static String token(Exchange exchange) {
    return exchange.header("Authorization").orElse("").replaceFirst("^Bearer ", "");
  }

  /** Whatever has an id: a file, or a number. */
  private void node(Exchange exchange) throws IOException {
    if (exchange.query("fields").isEmpty()) {
      address(exchange);
      return;
    }
    authorized(exchange);
    var id = exchange.variable("file");
    var messengers = desk.messengers();
    var declared = messengers.keys().of(token(exchange));
    if (declared.isEmpty() && !messengers.keys().opens(id, token(exchange))) {
      throw unauthorized();
    }
    if (!messengers.opens(id, token(exchange))) {
      throw declared.isEmpty() ? unauthorized() : error(400, 100, "Unsupported get request.");
    }
    if (!declared
        .map(one -> one.proves(exchange.query("appsecret_proof").orElse("")))
        .orElse(true)) {
      throw error(400, 100, "Invalid appsecret_proof provided in the API argument");
    }
    var answer =
        Json.object()
            .put("id", id)
            .put("display_phone_number", "+" + id)
            .put("verified_name", declared.map(Keys.Declared::title).orElse("Tulpar"));
    messengers
        .find(id)
        .ifPresent(
            account -> answer.putObject("webhook_configuration").put("application", account.url()));
    exchange.answer(200, answer);
  }

  private void numbers(Exchange exchange) throws IOException {
    authorized(exchange);
    var answer = Json.object();
    var data = answer.putArray("data");
    desk.messengers()
        .keys()
        .numbers(exchange.variable("business"))
        .forEach(number -> data.addObject().put("id", number));
    exchange.answer(200, answer);
  }

  private void subscribe(Exchange exchange) throws IOException {
    authorized(exchange);
    exchange.answer(200, Json.object().put("success", true));
  }

  private void authorized(Exchange exchange) {
    if (!exchange.header("Authorization").orElse("").startsWith("Bearer ")) {
      throw unauthorized();
    }
  }

  private Sending sending(String number, String id, JsonNode body) {
    var type = body.path("type").asText("");
    var content = body.path(type);
    return switch (type) {
      case "text" -> {
        if (content.path("body").asText("").isBlank()) {
          throw error(400, 100, "(#100) The parameter text is required.");
        }
        yield Sending.words(number, type, content.path("body").asText(), id, body);
      }
      case "template" -> Sending.words(number, type, words(content), id, body);
      case "reaction" ->
          Sending.reaction(
              number,
              content.path("message_id").asText(),
              content.path("emoji").asText(""),
              id,
              body);
      case "interactive" -> {
        var wrong = Interactive.wrong(content);
        if (!wrong.isEmpty()) {
          throw error(400, 131009, "(#131009) Parameter value is not valid: " + wrong);
        }
        yield Sending.words(number, type, content.at("/body/text").asText(), id, body);
      }
      case "location" -> {
        if (!content.path("latitude").isNumber() || !content.path("longitude").isNumber()) {
          throw error(400, 100, "(#100) The parameter location is required.");
        }
        var where = content.path("latitude") + ", " + content.path("longitude");
        yield Sending.words(number, type, content.path("name").asText(where), id, body);
      }
      case "contacts" -> {
        var name = content.path(0).path("name");
        if (name.path("first_name").asText("").isBlank()) {
          throw error(400, 100, "(#100) A name of a contact needs one more part.");
        }
        var shown = name.path("formatted_name").asText();
        yield Sending.words(number, "contact", shown, id, body);
      }
      case "image", "video", "audio", "document", "sticker" -> {
        var file =
            desk.shelf()
                .find(content.path("id").asText(""))
                .orElseThrow(() -> error(400, 131053, "(#131053) Media upload error"));
        yield new Sending(number, type, content.path("caption").asText(""), file, null, id, body);
      }
      default -> throw error(400, 100, "(#100) Param type must be one of {TEXT, IMAGE, ...}");
    };
  }

  private void upload(Exchange exchange) throws IOException {
    account(exchange);
    var form = Form.of(exchange);
    var file = form.file();
    if (file == null || form.field("type").isEmpty()) {
      throw error(400, 100, "(#100) The parameter file is required.");
    }
    var kept = desk.shelf().put(form.field("type"), file.name(), file.bytes());
    exchange.answer(200, Json.object().put("id", kept.id()));
  }

  /** Where a file lies, for a short while. */
  private void address(Exchange exchange) throws IOException {
    authorized(exchange);
    var file = file(exchange);
    var url = "http://" + exchange.header("Host").orElse("") + "/graph/files/" + file.id();
    exchange.answer(
        200,
        Json.object()
            .put("messaging_product", "whatsapp")
            .put("url", url)
            .put("mime_type", file.type())
            .put("file_size", file.bytes().length)
            .put("id", file.id()));
  }

  private void download(Exchange exchange) throws IOException {
    authorized(exchange);
    exchange.answer(200, "application/octet-stream", file(exchange).bytes());
  }

  private FileShelf.Kept file(Exchange exchange) {
    return desk.shelf()
        .find(exchange.variable("file"))
        .orElseThrow(() -> error(404, 100, "Unsupported get request."));
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
