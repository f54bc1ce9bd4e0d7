package org.tulpar.dialogue.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.line.LineNames;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.inbound.EventOutcome.Failed;
import org.tulpar.dialogue.inbound.EventOutcome.Ignored;
import org.tulpar.dialogue.inbound.EventOutcome.Processed;

/** Reads claimed events into a batch and says of each what became of it. */
@ApplicationScoped
public class EventReader {

  @Inject private Providers providers;
  @Inject private LineNames lines;

  /** Adds what the event says to the batch. What cannot be read is failed, and stops nobody. */
  EventOutcome read(LedgerEvent event, Batch batch) throws SQLException {
    try {
      var said = said(event);
      said.forEach(each -> batch.add(event, each));
      return outcome(event, said);
    } catch (UnreadablePayload e) {
      return new Failed(event, e.getMessage());
    }
  }

  private List<ChannelEvent> said(LedgerEvent event) throws UnreadablePayload, SQLException {
    var payloads = providers.payloads(event.channelType());
    var line =
        payloads.tellsOfOtherLines()
            ? lines.of(event.organization(), event.channel())
            : Optional.<String>empty();
    return line.isPresent() ? payloads.read(event.raw(), line.get()) : payloads.read(event.raw());
  }

  private static EventOutcome outcome(LedgerEvent event, List<ChannelEvent> said) {
    for (var each : said) {
      if (!(each instanceof ChannelEvent.Ignored)) {
        return new Processed(event);
      }
    }
    var reason =
        said.isEmpty() ? "says nothing" : ((ChannelEvent.Ignored) said.getFirst()).reason();
    return new Ignored(event, reason);
  }
}
