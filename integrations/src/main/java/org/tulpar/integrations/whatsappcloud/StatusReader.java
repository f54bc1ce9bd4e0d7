package org.tulpar.integrations.whatsappcloud;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.channel.ChannelEvent.ReceiptStatus;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.ProviderTime;
import org.tulpar.integrations.wire.Wire;

/** Reads how far a message of ours came, and why it came no further. */
final class StatusReader {

  /** What we had a message named, as each of its statuses brings it back. */
  static final String OUR_NAME = "biz_opaque_callback_data";

  private static final int LONGEST_DETAIL = 500;

  private final ProviderTime time;

  StatusReader(ProviderTime time) {
    this.time = time;
  }

  ChannelEvent read(Wire status) {
    var id = MessageReader.id(status, "id");
    var word = status.firstText("status");
    if (id == null || word == null) {
      return new Ignored("a status without id or word");
    }
    var at = time.of(status.integer("timestamp"));
    return switch (word) {
      case "sent" -> came(id, ReceiptStatus.SENT, status, at);
      case "delivered" -> came(id, ReceiptStatus.DELIVERED, status, at);
      case "read", "played" -> came(id, ReceiptStatus.READ, status, at);
      case "failed" -> failed(id, status, at);
      default -> new Ignored("status " + PlainText.shortened(word, 64));
    };
  }

  private static ChannelEvent came(String id, ReceiptStatus how, Wire status, Instant at) {
    return new ReceiptArrived(id, how, at, null, null, ours(status));
  }

  private static Long ours(Wire status) {
    return status.integer(OUR_NAME).orElse(null);
  }

  private static ChannelEvent failed(String id, Wire status, Instant at) {
    var error = status.at("errors").elements().stream().findFirst();
    var code = error.flatMap(e -> e.integer("code")).orElse(0L);
    return new ReceiptArrived(
        id,
        ReceiptStatus.FAILED,
        at,
        CloudError.refusal(code),
        error.map(StatusReader::words).orElse(null),
        ours(status));
  }

  private static String words(Wire error) {
    var words =
        Stream.of(
                error.text("code"),
                error.firstText("title"),
                error.at("error_data").firstText("details"))
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
    return PlainText.shortened(words, LONGEST_DETAIL);
  }
}
