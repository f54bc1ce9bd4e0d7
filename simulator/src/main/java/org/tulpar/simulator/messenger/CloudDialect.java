package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tulpar.simulator.history.Tick;
import org.tulpar.simulator.http.Json;

/** Meta's batches, of one item each, signed. */
final class CloudDialect implements Dialect {

  private static final String OWN_NUMBER = "77010000001";

  /** What a sender calls a message, told back with each of its statuses. */
  private static final String SENDERS_NAME = "biz_opaque_callback_data";

  private final Clock clock;

  CloudDialect(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String type() {
    return "WHATSAPP_CLOUD";
  }

  @Override
  public Hook written(Account account, Written written) {
    return written.fromMe() ? typed(account, written) : message(account, written);
  }

  private Hook message(Account account, Written written) {
    var root = Json.object();
    var value = value(root, account, "messages");
    var card = value.putArray("contacts").addObject();
    card.putObject("profile").put("name", written.name());
    card.put("wa_id", written.number()).put("user_id", userId(written.number()));
    content(value.putArray("messages").addObject(), written)
        .put("from", written.number())
        .put("from_user_id", userId(written.number()));
    return signed(account, "messages", written.text(), root).of("wamid." + written.id());
  }

  /** A person typed it in the app of the same number. */
  private Hook typed(Account account, Written written) {
    var root = Json.object();
    var value = value(root, account, "smb_message_echoes");
    content(value.putArray("message_echoes").addObject(), written)
        .put("from", OWN_NUMBER)
        .put("to", written.number());
    return signed(account, "smb_message_echoes", written.text(), root).of("wamid." + written.id());
  }

  private ObjectNode content(ObjectNode message, Written written) {
    message
        .put("id", "wamid." + written.id())
        .put("timestamp", Long.toString(clock.instant().getEpochSecond()));
    if (!written.quoted().isEmpty()) {
      message.putObject("context").put("id", written.quoted());
    }
    if (written.choice() != null) {
      var type = written.choice().path("type").asText("button_reply");
      var told = message.put("type", "interactive").putObject("interactive").put("type", type);
      told.putObject(type)
          .put("id", written.choice().path("id").asText())
          .put("title", written.text());
      return message;
    }
    if (written.file() == null) {
      message.put("type", "text").putObject("text").put("body", written.text());
      return message;
    }
    var file = written.file();
    var kind = written.kind();
    var told = message.put("type", kind).putObject(kind);
    told.put("id", file.id()).put("mime_type", file.type()).put("sha256", "simulated");
    if (kind.equals("audio")) {
      told.put("voice", file.type().startsWith("audio/ogg"));
    } else if (!written.text().isEmpty()) {
      told.put("caption", written.text());
    }
    if (kind.equals("document")) {
      told.put("filename", file.name());
    }
    return message;
  }

  @Override
  public Hook changed(Account account, Change change) {
    if (!change.kind().equals("reaction")) {
      throw change.untold();
    }
    var root = Json.object();
    var value = value(root, account, "messages");
    var card = value.putArray("contacts").addObject();
    card.putObject("profile").put("name", change.name());
    card.put("wa_id", change.number()).put("user_id", userId(change.number()));
    var message = value.putArray("messages").addObject();
    message
        .put("from", change.number())
        .put("from_user_id", userId(change.number()))
        .put("id", "wamid." + UUID.randomUUID())
        .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
        .put("type", "reaction");
    var told = message.putObject("reaction").put("message_id", change.id());
    if (!change.text().isEmpty()) {
      told.put("emoji", change.text());
    }
    return signed(account, "messages", change.text(), root);
  }

  @Override
  public Optional<Hook> receipt(Account account, Sending sending, Tick tick) {
    var root = Json.object();
    var word = tick.name().toLowerCase(Locale.ROOT);
    var status =
        value(root, account, "messages")
            .putArray("statuses")
            .addObject()
            .put("id", sending.id())
            .put("status", word)
            .put("timestamp", Long.toString(clock.instant().getEpochSecond()))
            .put("recipient_id", sending.number());
    var name = sending.request().path(SENDERS_NAME);
    if (name.isTextual()) {
      status.set(SENDERS_NAME, name);
    }
    return Optional.of(signed(account, "statuses", word, root));
  }

  private static ObjectNode value(ObjectNode root, Account account, String field) {
    root.put("object", "whatsapp_business_account");
    var entry = root.putArray("entry").addObject().put("id", "102290129340398");
    var change = entry.putArray("changes").addObject().put("field", field);
    var value = change.putObject("value").put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", OWN_NUMBER)
        .put("phone_number_id", account.instance());
    return value;
  }

  private static String userId(String number) {
    return "KZ.1" + new StringBuilder(number).reverse();
  }

  private static Hook signed(Account account, String event, String detail, ObjectNode root) {
    var body = Json.bytes(root);
    var signature = "sha256=" + HexFormat.of().formatHex(hmac(account.secret(), body));
    return new Hook(event, detail, Map.of("X-Hub-Signature-256", signature), body);
  }

  private static byte[] hmac(String key, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
