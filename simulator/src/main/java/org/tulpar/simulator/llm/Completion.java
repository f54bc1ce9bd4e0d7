package org.tulpar.simulator.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tulpar.simulator.http.Json;

/**
 * One answer of the simulated model.
 *
 * @param question the last words of the user
 * @param promptTokens a rough count, four characters a token
 */
record Completion(String id, long created, String question, String text, int promptTokens) {

  static final String MODEL = "tulpar-simulated";

  private static final int CHARACTERS_PER_TOKEN = 4;

  static Completion of(JsonNode request, long number, long created) {
    if (!request.path("messages").isArray() || request.path("messages").isEmpty()) {
      throw ModelErrors.invalid("'messages' must be a non-empty array", "messages");
    }
    var question = "";
    var orders = "";
    var prompt = 0;
    for (var message : request.path("messages")) {
      var content = words(message.path("content"));
      prompt += tokens(content);
      if (message.path("role").asText().equals("user")) {
        question = content;
      } else if (message.path("role").asText().equals("system")) {
        orders = content;
      }
    }
    var id = "chatcmpl-simulated-" + number;
    return new Completion(id, created, question, answer(question, orders), prompt);
  }

  private static String answer(String question, String orders) {
    if (FoundFacts.wanted(orders)) {
      return FoundFacts.in(question);
    }
    return Phrases.answer(
        question, Language.ordered(orders).orElseGet(() -> Language.of(question)));
  }

  /** Content is a string, or a list of parts of which only text counts. */
  private static String words(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    var text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")).append(' '));
    return text.toString().strip();
  }

  private static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  ObjectNode json() {
    var answer = head("chat.completion");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    choice.putObject("message").put("role", "assistant").put("content", text).putNull("refusal");
    choice.putNull("logprobs").put("finish_reason", "stop");
    answer.set("usage", usage());
    return answer.put("system_fingerprint", "simulated");
  }

  /** A part of a streamed answer. */
  ObjectNode chunk(ObjectNode delta, String finish) {
    var answer = head("chat.completion.chunk");
    var choice = answer.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs").put("finish_reason", finish);
    return answer;
  }

  /** The last part of a streamed answer whose reader asked for usage. */
  ObjectNode usageChunk() {
    var answer = head("chat.completion.chunk");
    answer.putArray("choices");
    answer.set("usage", usage());
    return answer;
  }

  private ObjectNode head(String object) {
    return Json.object()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", MODEL);
  }

  private ObjectNode usage() {
    return Json.object()
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", tokens(text))
        .put("total_tokens", promptTokens + tokens(text));
  }
}
