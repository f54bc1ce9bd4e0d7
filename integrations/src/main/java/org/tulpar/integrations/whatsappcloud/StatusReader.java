package org.tulpar.integrations.whatsappcloud;

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

  private static final int LONGEST_DETAIL = 500;

  private final ProviderTime time;

  StatusReader(ProviderTime time) {
    this.time = time;
  }

  ChannelEvent read(Wire status) {
    var id = status.firstText("id");
    var word = status.firstText("status");
    if (id == null || word == null || id.length() > MessageReader.LONGEST_ID) {
      return new Ignored("a status without id or word");
    }
    var at = time.of(status.integer("timestamp"));
    return switch (word) {
      case "sent" -> new ReceiptArrived(id, ReceiptStatus.SENT, at);
      case "delivered" -> new ReceiptArrived(id, ReceiptStatus.DELIVERED, at);
      case "read", "played" -> new ReceiptArrived(id, ReceiptStatus.READ, at);
      case "failed" -> failed(id, status, at);
      default -> new Ignored("status " + PlainText.shortened(word, 64));
    };
  }

  private static ChannelEvent failed(String id, Wire status, java.time.Instant at) {
    var error = status.at("errors").elements().stream().findFirst();
    var code = error.flatMap(e -> e.integer("code")).orElse(0L);
    return new ReceiptArrived(
        id,
        ReceiptStatus.FAILED,
        at,
        CloudError.refusal(code),
        error.map(StatusReader::words).orElse(null));
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
