package org.tulpar.simulator.messenger;

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
    var message = update.putObject("message").put("message_id", nextMessage());
    message
        .putObject("from")
        .put("id", number)
        .put("is_bot", false)
        .put("first_name", written.name())
        .put("language_code", "ru");
    message
        .putObject("chat")
        .put("id", number)
        .put("first_name", written.name())
        .put("type", "private");
    message.put("date", clock.instant().getEpochSecond()).put("text", written.text());
    var headers = Map.of("X-Telegram-Bot-Api-Secret-Token", account.secret());
    return new Hook("update.message", written.text(), headers, Json.bytes(update));
  }

  @Override
  public Optional<Hook> receipt(Account account, String number, String text, String id, Tick tick) {
    return Optional.empty();
  }
}
