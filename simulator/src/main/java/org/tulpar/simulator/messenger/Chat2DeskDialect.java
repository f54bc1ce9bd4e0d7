package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;

/** Chat2Desk's hooks: every sent message comes back, an operator's with the operator's number. */
final class Chat2DeskDialect implements Dialect {

  private static final int OPERATOR = 41164;

  private final Clock clock;
  private final AtomicLong messages;

  Chat2DeskDialect(Clock clock) {
    this.clock = clock;
    this.messages = new AtomicLong(clock.millis());
  }

  long nextMessage() {
    return messages.incrementAndGet();
  }

  @Override
  public String type() {
    return "CHAT2DESK";
  }

  @Override
  public Hook written(Account account, Written written) {
    var hook = hook(account, written.number(), written.name(), written.text(), nextMessage());
    if (written.fromMe()) {
      hook.put("operator_id", OPERATOR);
    }
    return told(hook, written.fromMe());
  }

  @Override
  public Optional<Hook> receipt(Account account, String number, String text, String id, Tick tick) {
    return tick == Tick.SENT
        ? Optional.of(told(hook(account, number, number, text, Long.parseLong(id)), true))
        : Optional.empty();
  }

  private static Hook told(ObjectNode hook, boolean out) {
    hook.put("hook_type", out ? "outbox" : "inbox");
    hook.put("type", out ? "to_client" : "from_client");
    return new Hook(
        hook.path("hook_type").asText(), hook.path("text").asText(), Map.of(), Json.bytes(hook));
  }

  private ObjectNode hook(Account account, String number, String name, String text, long id) {
    var hook =
        Json.object()
            .put("message_id", id)
            .put("text", text)
            .put("transport", "whatsapp")
            .put("client_id", Long.parseLong(number))
            .putNull("operator_id")
            .putNull("dialog_id")
            .put("channel_id", Long.parseLong(account.instance()))
            .putNull("photo")
            .putNull("coordinates")
            .putNull("audio")
            .putNull("pdf");
    hook.putObject("client")
        .put("id", Long.parseLong(number))
        .put("phone", number)
        .putNull("client_phone")
        .put("name", name)
        .putNull("assigned_name");
    hook.putArray("attachments");
    return hook.put("event_time", clock.instant().toString());
  }
}
