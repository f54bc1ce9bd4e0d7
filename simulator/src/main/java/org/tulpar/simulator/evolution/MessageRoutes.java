package org.tulpar.simulator.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.tulpar.simulator.faults.FaultMode;
import org.tulpar.simulator.faults.FaultTarget;
import org.tulpar.simulator.faults.Faults;
import org.tulpar.simulator.history.Feed;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.Journal;
import org.tulpar.simulator.http.Exchange;
import org.tulpar.simulator.http.Handler;
import org.tulpar.simulator.http.HttpProblem;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;
import org.tulpar.simulator.http.Router;

/** {@code /message/*}: what the application sends. Ordered faults strike here. */
public final class MessageRoutes {

  private static final List<String> MEDIA = List.of("image", "document", "video", "audio");
  private static final long LONGEST_DELAY_MS = 60_000;

  private final Instances instances;
  private final Gateway gateway;
  private final Faults faults;
  private final Journal journal;
  private final Feed feed;
  private final FileShelf shelf;

  public MessageRoutes(
      Instances instances,
      Gateway gateway,
      Faults faults,
      Journal journal,
      Feed feed,
      FileShelf shelf) {
    this.shelf = shelf;
    this.instances = instances;
    this.gateway = gateway;
    this.faults = faults;
    this.journal = journal;
    this.feed = feed;
  }

  /** Reads a request's content or refuses it. */
  private interface Reader {
    Content read(JsonNode request);
  }

  /** Does what is asked and says what came of it. */
  private interface Deed {
    ObjectNode answer(Instance instance, JsonNode request) throws InterruptedException;
  }

  public void on(Router router) {
    on(router, "sendText", MessageRoutes::text);
    on(router, "sendMedia", this::media);
    on(router, "sendWhatsAppAudio", this::audio);
    on(router, "sendSticker", this::sticker);
    on(router, "sendReaction", request -> null);
    on(router, "sendLocation", MessageRoutes::location);
    on(router, "sendContact", MessageRoutes::contact);
    on(router, "POST", "/chat/", "updateMessage", this::edit);
    on(router, "DELETE", "/chat/", "deleteMessageForEveryone", this::delete);
  }

  private void on(Router router, String call, Reader reader) {
    on(router, "POST", "/message/", call, (instance, request) -> accept(instance, request, reader));
  }

  private void on(Router router, String method, String group, String call, Deed deed) {
    Handler handler = exchange -> send(exchange, call, deed);
    var path = group + call + "/{instance}";
    router.on(new EvolutionErrors(), method, path, InstanceRoutes.keyed(handler));
  }

  private void send(Exchange exchange, String call, Deed deed)
      throws IOException, MalformedJson, InterruptedException {
    var name = exchange.variable("instance");
    var request = exchange.json();
    var fault = faults.next(FaultTarget.GATEWAY, name);
    if (fault.mode() == FaultMode.HANG) {
      note(name, request, call, 0, fault.mode());
      faults.hang();
      exchange.hangUp();
      return;
    }
    try {
      faults.slow(fault.delay());
      refuse(exchange, fault.mode());
      var answer = deed.answer(instances.get(name), request);
      var dropped = fault.mode() == FaultMode.DROP;
      note(name, request, call, dropped ? 0 : 201, fault.mode());
      if (dropped) {
        exchange.hangUp();
      } else {
        exchange.answer(201, answer);
      }
    } catch (HttpProblem e) {
      note(name, request, call, e.status(), fault.mode());
      throw e;
    }
  }

  private static void refuse(Exchange exchange, FaultMode mode) {
    if (mode == FaultMode.ERROR500) {
      throw EvolutionErrors.failed("Connection Closed");
    }
    if (mode == FaultMode.STATUS429) {
      exchange.set("Retry-After", "1");
      var message = TextNode.valueOf("Too Many Requests");
      throw EvolutionErrors.problem(429, "Too Many Requests", message);
    }
  }

  private ObjectNode accept(Instance instance, JsonNode request, Reader reader)
      throws InterruptedException {
    var number = request.has("reaction") ? remoteJid(request) : number(request);
    var content = reader.read(request);
    open(instance);
    var chat = instance.chat(number);
    if (chat.customer().endsWith("0000000")) {
      throw EvolutionErrors.notOnWhatsApp(chat.jid(), number);
    }
    var delay = request.path("delay").asLong(0);
    if (delay > 0) {
      feed.publish(chat, "typing", Json.object().put("ms", delay));
      faults.slow(Duration.ofMillis(Math.min(delay, LONGEST_DELAY_MS)));
    }
    return content == null
        ? gateway.react(instance, number, request)
        : gateway.accept(instance, number, content, request);
  }

  /**
   * Of a message of ours; of one that is not there any more Evolution says that it is not
   * compatible.
   */
  private ObjectNode edit(Instance instance, JsonNode request) {
    var key = request.path("key");
    if (!request.path("text").isTextual() || key.path("id").asText("").isEmpty()) {
      throw EvolutionErrors.invalid("instance requires property \"key\"");
    }
    open(instance);
    return gateway
        .edit(instance, remoteJid(request), key.path("id").asText(), request.path("text").asText())
        .orElseThrow(() -> EvolutionErrors.badRequest("Message not compatible"));
  }

  private ObjectNode delete(Instance instance, JsonNode request) {
    var jid = request.path("remoteJid").asText("");
    if (jid.isEmpty() || request.path("id").asText("").isEmpty()) {
      throw EvolutionErrors.invalid("instance requires property \"id\"");
    }
    open(instance);
    return gateway.delete(instance, jid, request.path("id").asText());
  }

  private static void open(Instance instance) {
    if (instance.state() != LinkState.OPEN) {
      throw EvolutionErrors.failed("Connection Closed");
    }
  }

  private void note(String name, JsonNode request, String call, int status, FaultMode mode) {
    var chat =
        instances.find(name).map(i -> i.chat(request.path("number").asText(""))).orElse(null);
    var entry =
        Json.object()
            .put("call", call)
            .put("status", status)
            .put("detail", detail(request))
            .put("fault", mode == FaultMode.OK ? "" : mode.word());
    journal.write(chat, "send", entry);
  }

  private static String remoteJid(JsonNode request) {
    var jid = request.at("/key/remoteJid").asText("");
    if (jid.isEmpty() || request.at("/key/id").asText("").isEmpty()) {
      throw EvolutionErrors.invalid("instance requires property \"key\"");
    }
    return jid;
  }

  private static String number(JsonNode request) {
    if (!request.has("number")) {
      throw EvolutionErrors.invalid("instance requires property \"number\"");
    }
    if (!request.path("number").isTextual()) {
      throw EvolutionErrors.invalid("Invalid format");
    }
    return request.path("number").asText();
  }

  private static String detail(JsonNode request) {
    for (var field : List.of("text", "caption", "reaction", "fileName")) {
      if (!request.path(field).asText("").isEmpty()) {
        return request.path(field).asText();
      }
    }
    return "";
  }

  private static Content text(JsonNode request) {
    if (!request.has("text")) {
      throw EvolutionErrors.invalid("instance requires property \"text\"");
    }
    if (request.path("text").asText().isBlank()) {
      throw EvolutionErrors.badRequest("Text is required");
    }
    return Content.text(request.path("text").asText(), request.get("quoted"));
  }

  private Content media(JsonNode request) {
    var kind = request.path("mediatype").asText("");
    if (!MEDIA.contains(kind)) {
      throw EvolutionErrors.invalid(
          "mediatype is not one of enum values: " + String.join(",", MEDIA));
    }
    if (request.path("media").asText("").isBlank()
        || request.path("media").asText().startsWith("data:")) {
      throw EvolutionErrors.badRequest("Owned media must be a url or base64");
    }
    if (kind.equals("document") && request.path("fileName").asText("").isBlank()) {
      throw EvolutionErrors.badRequest("For base64 the file name must be informed.");
    }
    var file = kept(request, "media", request.path("mimetype").asText(kind + "/*"));
    return Content.media(
        kind, file, request.path("caption").asText(""), false, request.get("quoted"));
  }

  private Content audio(JsonNode request) {
    if (request.path("audio").asText("").isBlank()) {
      throw EvolutionErrors.badRequest(
          "Owned media must be a url, base64, or valid file with buffer");
    }
    var file = kept(request, "audio", "audio/ogg; codecs=opus");
    return Content.media("audio", file, "", true, request.get("quoted"));
  }

  private Content sticker(JsonNode request) {
    if (request.path("sticker").asText("").isBlank()) {
      throw EvolutionErrors.badRequest("Owned media must be a url or base64");
    }
    var file = kept(request, "sticker", "image/webp");
    return Content.media("sticker", file, "", false, request.get("quoted"));
  }

  private FileShelf.Kept kept(JsonNode request, String field, String type) {
    try {
      var bytes = Base64.getDecoder().decode(request.path(field).asText());
      return shelf.put(type, request.path("fileName").asText("file"), bytes);
    } catch (IllegalArgumentException e) {
      throw EvolutionErrors.badRequest("Owned media must be a url or base64");
    }
  }

  private static Content location(JsonNode request) {
    return Content.location(
        request.path("latitude").asDouble(),
        request.path("longitude").asDouble(),
        request.path("name").asText(""),
        request.path("address").asText(""));
  }

  private static Content contact(JsonNode request) {
    var card = request.path("contact").path(0);
    return Content.contact(
        card.path("fullName").asText(""),
        card.path("wuid").asText(""),
        card.path("phoneNumber").asText(""));
  }
}
