package org.tulpar.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the gateway answers about its lines, as Evolution API does: that they are connected, where
 * their webhooks go, and what was sent through them. Nothing is read of a message that was sent
 * before somebody asks for it.
 */
final class StubLines {

  /** The status and the body of an answer. */
  record Answer(int status, String json) {}

  private record Sent(String id, String request, long seconds) {}

  private static final int MOST_KEPT = 2_000;
  private static final int PAGE = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> webhooks = new ConcurrentHashMap<>();
  private final Map<String, Deque<Sent>> sent = new ConcurrentHashMap<>();

  void sent(String instance, String id, String request) {
    var line = sent.computeIfAbsent(instance, name -> new ArrayDeque<>());
    synchronized (line) {
      if (line.size() == MOST_KEPT) {
        line.removeLast();
      }
      line.addFirst(new Sent(id, request, System.currentTimeMillis() / 1000));
    }
  }

  /**
   * @param call the path's first two words
   */
  Answer answer(String call, String instance, String body) throws JsonProcessingException {
    return switch (call) {
      case "instance/connectionState", "instance/connect" -> ok(200, state(instance));
      case "webhook/find" -> ok(200, webhooks.getOrDefault(instance, NullNode.getInstance()));
      case "webhook/set" -> ok(201, registered(instance, JSON.readTree(body).path("webhook")));
      case "chat/findMessages" -> ok(200, listing(instance, JSON.readTree(body)));
      default -> ok(404, JSON.createObjectNode().put("status", 404).put("error", "Not Found"));
    };
  }

  private static Answer ok(int status, JsonNode json) {
    return new Answer(status, json.toString());
  }

  private static JsonNode state(String instance) {
    var answer = JSON.createObjectNode();
    answer.putObject("instance").put("instanceName", instance).put("state", "open");
    return answer;
  }

  private JsonNode registered(String instance, JsonNode webhook) {
    webhooks.put(instance, webhook);
    return webhook;
  }

  /** Newest first; of one chat when one is named. */
  private JsonNode listing(String instance, JsonNode question) {
    var chat = question.at("/where/key/remoteJid").asText("").replaceAll("@.*", "");
    var own = records(instance).stream().filter(record -> isOf(chat, record));
    // Whoever is answered has written before.
    var whoever = !chat.isEmpty() && question.at("/where/key/fromMe").isMissingNode();
    var all = whoever ? Stream.concat(own, Stream.of(written(chat))).toList() : own.toList();
    var size = Math.max(1, question.path("offset").asInt(PAGE));
    var page = Math.max(1, question.path("page").asInt(1));
    var answer = JSON.createObjectNode();
    var messages =
        answer
            .putObject("messages")
            .put("total", all.size())
            .put("pages", (all.size() + size - 1) / size)
            .put("currentPage", page);
    var records = messages.putArray("records");
    all.stream().skip((long) (page - 1) * size).limit(size).forEach(records::add);
    return answer;
  }

  private static boolean isOf(String chat, JsonNode record) {
    return chat.isEmpty() || record.at("/key/remoteJid").asText().startsWith(chat + "@");
  }

  private List<ObjectNode> records(String instance) {
    var line = sent.get(instance);
    if (line == null) {
      return List.of();
    }
    synchronized (line) {
      return line.stream().map(StubLines::record).toList();
    }
  }

  private static ObjectNode written(String chat) {
    var record = JSON.createObjectNode().put("id", "of-" + chat);
    record
        .putObject("key")
        .put("id", "of-" + chat)
        .put("fromMe", false)
        .put("remoteJid", chat + "@s.whatsapp.net");
    record.putObject("message").put("conversation", "the customer's words");
    return record.put("messageType", "conversation").put("messageTimestamp", 0);
  }

  private static ObjectNode record(Sent message) {
    var record = JSON.createObjectNode().put("id", message.id());
    try {
      var request = JSON.readTree(message.request());
      record
          .putObject("key")
          .put("id", message.id())
          .put("fromMe", true)
          .put("remoteJid", request.path("number").asText() + "@s.whatsapp.net");
      record.putObject("message").put("conversation", request.path("text").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that is not JSON was taken", e);
    }
    return record
        .put("messageType", "conversation")
        .put("messageTimestamp", message.seconds())
        .put("source", "unknown");
  }
}
