package org.tulpar.simulator.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.tulpar.simulator.http.Json;

/**
 * One message of a chat.
 *
 * @param data as Evolution told it (key, message, messageType, messageTimestamp …)
 * @param file that it brought, or null
 * @param state what happened to it since
 */
public record ChatLine(
    String id,
    Author author,
    String text,
    Instant at,
    Tick tick,
    JsonNode data,
    FileShelf.Kept file,
    State state) {

  /**
   * What happened to a message since.
   *
   * @param theirs the customer's reaction, or empty
   * @param ours the application's
   */
  public record State(String theirs, String ours, boolean edited, boolean gone) {

    static final State FRESH = new State("", "", false, false);
  }

  public ChatLine(String id, Author author, String text, Instant at, Tick tick, JsonNode data) {
    this(id, author, text, at, tick, data, null, State.FRESH);
  }

  public ChatLine(
      String id,
      Author author,
      String text,
      Instant at,
      Tick tick,
      JsonNode data,
      FileShelf.Kept file) {
    this(id, author, text, at, tick, data, file, State.FRESH);
  }

  ChatLine with(Tick next) {
    return new ChatLine(id, author, text, at, next, data, file, state);
  }

  private ChatLine with(String words, State next) {
    return new ChatLine(id, author, words, at, tick, data, file, next);
  }

  public ChatLine edited(String words) {
    return with(words, new State(state.theirs(), state.ours(), true, state.gone()));
  }

  /** Changed by whoever sent it: the messenger's own copy changes, too. */
  public ChatLine rewritten(String words) {
    var copy = (ObjectNode) data.deepCopy();
    ((ObjectNode) copy.path("message")).put("conversation", words);
    var next = new State(state.theirs(), state.ours(), true, state.gone());
    return new ChatLine(id, author, words, at, tick, copy, file, next);
  }

  public ChatLine deleted() {
    return with("", new State("", "", false, true));
  }

  public ChatLine reacted(String sign, boolean byApplication) {
    return with(
        text,
        byApplication
            ? new State(state.theirs(), sign, state.edited(), state.gone())
            : new State(sign, state.ours(), state.edited(), state.gone()));
  }

  /** As the page shows it. */
  ObjectNode json() {
    var line =
        Json.object()
            .put("id", id)
            .put("author", author.name())
            .put("text", text)
            .put("type", data.path("messageType").asText())
            .put("at", at.toEpochMilli())
            .put("tick", tick.name())
            .put("theirs", state.theirs())
            .put("ours", state.ours())
            .put("edited", state.edited())
            .put("gone", state.gone());
    if (file != null && !state.gone()) {
      line.putObject("file")
          .put("id", file.id())
          .put("type", file.type())
          .put("name", file.name())
          .put("bytes", file.bytes().length);
    }
    return line;
  }
}
