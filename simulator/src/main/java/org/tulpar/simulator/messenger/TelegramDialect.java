package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.PlainSurface;

/** Telegram's updates; it tells a bot nothing about what became of its messages. */
final class TelegramDialect implements Dialect {

  private final Clock clock;
  private final AtomicLong updates;
  private final AtomicLong messages = new AtomicLong(1);

  TelegramDialect(Clock clock) {
    this.clock = clock;
    // Numbers that grow over restarts, as Telegram's do.
    this.updates = new AtomicLong(clock.millis());
  }

  long nextMessage() {
    return messages.getAndIncrement();
  }

  @Override
  public String type() {
    return "TELEGRAM";
  }

  @Override
  public Hook written(Account account, Written written) {
    if (written.fromMe()) {
      throw PlainSurface.problem(400, "nobody else writes as a bot of Telegram's");
    }
    var number = Long.parseLong(written.number());
    var update = Json.object().put("update_id", updates.incrementAndGet());
    var id = nextMessage();
    var message = update.putObject("message").put("message_id", id);
    people(message, "from", number, written.name());
    message.put("date", clock.instant().getEpochSecond());
    if (!written.quoted().isEmpty()) {
      var answered = message.putObject("reply_to_message");
      answered.put("message_id", inChat(written.quoted())).put("date", 0);
      answered.putObject("chat").put("id", number).put("type", "private");
    }
    if (written.file() == null) {
      message.put("text", written.text());
    } else {
      file(message, written);
    }
    return hook(account, "update.message", written.text(), update).of(number + ":" + id);
  }

  private static void people(ObjectNode message, String role, long number, String name) {
    message
        .putObject(role)
        .put("id", number)
        .put("is_bot", false)
        .put("first_name", name)
        .put("language_code", "ru");
    message.putObject("chat").put("id", number).put("first_name", name).put("type", "private");
  }

  private static void file(ObjectNode message, Written written) {
    var file = written.file();
    var kind = written.kind();
    var told =
        kind.equals("image")
            ? message.putArray("photo").addObject().put("width", 640).put("height", 480)
            : message
                .putObject(file.type().startsWith("audio/ogg") ? "voice" : kind)
                .put("mime_type", file.type())
                .put("file_name", file.name());
    told.put("file_id", file.id()).put("file_unique_id", "u" + file.id());
    told.put("file_size", file.bytes().length);
    if (!written.text().isEmpty()) {
      message.put("caption", written.text());
    }
  }

  /** A message's number within its chat. */
  private static long inChat(String id) {
    return Long.parseLong(id.substring(id.indexOf(':') + 1));
  }

  @Override
  public Hook changed(Account account, Change change) {
    var number = Long.parseLong(change.number());
    var update = Json.object().put("update_id", updates.incrementAndGet());
    return switch (change.kind()) {
      case "reaction" -> {
        var told = update.putObject("message_reaction").put("message_id", inChat(change.id()));
        people(told, "user", number, change.name());
        told.put("date", clock.instant().getEpochSecond()).putArray("old_reaction");
        var now = told.putArray("new_reaction");
        if (!change.text().isEmpty()) {
          now.addObject().put("type", "emoji").put("emoji", change.text());
        }
        yield hook(account, "update.message_reaction", change.text(), update);
      }
      case "edit" -> {
        var told = update.putObject("edited_message").put("message_id", inChat(change.id()));
        people(told, "from", number, change.name());
        var second = clock.instant().getEpochSecond();
        told.put("date", second).put("edit_date", second).put("text", change.text());
        yield hook(account, "update.edited_message", change.text(), update);
      }
      default -> throw change.untold();
    };
  }

  private static Hook hook(Account account, String event, String detail, ObjectNode update) {
    var headers = Map.of("X-Telegram-Bot-Api-Secret-Token", account.secret());
    return new Hook(event, detail, headers, Json.bytes(update));
  }

  @Override
  public Optional<Hook> receipt(Account account, Sending sending, Tick tick) {
    return Optional.empty();
  }
}
