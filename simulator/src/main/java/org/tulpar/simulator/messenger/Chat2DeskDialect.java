package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tulpar.simulator.evolution.Content;
import org.tulpar.simulator.history.FileShelf;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;

/** Chat2Desk's hooks: every sent message comes back, an operator's with the operator's number. */
final class Chat2DeskDialect implements Dialect {

  private static final int OPERATOR = 41164;

  private final Clock clock;
  private final String address;
  private final AtomicLong messages;

  /**
   * @param address of the simulator itself
   */
  Chat2DeskDialect(Clock clock, String address) {
    this.clock = clock;
    this.address = address;
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
    var id = nextMessage();
    var hook = hook(account, written.number(), written.name(), written.text(), id);
    if (written.fromMe()) {
      hook.put("operator_id", OPERATOR);
    }
    if (written.file() != null) {
      file(hook, written.file());
    }
    return told(hook, written.fromMe()).of(Long.toString(id));
  }

  /** Where the application fetches it. */
  private void file(ObjectNode hook, FileShelf.Kept file) {
    var link = address + "/phone/file/" + file.id();
    var kind = Content.kind(file.type());
    if (kind.equals("image")) {
      hook.put("photo", link);
    } else if (!kind.equals("document")) {
      hook.put(kind, link);
    }
    ((ArrayNode) hook.path("attachments")).addObject().put("name", file.name()).put("link", link);
  }

  @Override
  public Hook changed(Account account, Change change) {
    throw change.untold();
  }

  @Override
  public Optional<Hook> receipt(Account account, Sending sending, Tick tick) {
    if (tick != Tick.SENT) {
      return Optional.empty();
    }
    var number = sending.number();
    var hook = hook(account, number, number, sending.text(), Long.parseLong(sending.id()));
    if (sending.file() != null) {
      file(hook, sending.file());
    }
    return Optional.of(told(hook, true));
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
