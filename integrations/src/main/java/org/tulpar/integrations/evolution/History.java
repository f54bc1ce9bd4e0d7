package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelGateway.Trace;
import org.tulpar.channel.ChannelGateway.Wanted;
import org.tulpar.channel.MessageContent;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** Looks for a message of ours in the messages that Evolution stored. */
final class History {

  private static final int PAGE_SIZE = 50;
  private static final int MOST_PAGES = 5;

  /** WhatsApp tells whole seconds, and its clock is not ours. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  private final EvolutionApi api;
  private final WireJson json;
  private final MessageReader messages;

  History(EvolutionApi api, WireJson json, MessageReader messages) {
    this.api = api;
    this.json = json;
    this.messages = messages;
  }

  Trace find(ChannelAccess channel, Jid chat, Wanted message, Instant notBefore) {
    var since = notBefore.minus(TOLERANCE);
    var wanted = new Wanted(message.kind(), PlainText.of(message.text()));
    // The channel Evolution stores a chat under the number as it was sent to.
    var spellings = List.of(chat.value(), chat.number()).stream().distinct().toList();
    for (var spelling : spellings) {
      var trace = find(channel, spelling, wanted, since);
      if (!(trace instanceof Trace.Absent)) {
        return trace;
      }
    }
    // A gateway that keeps no messages shows an empty list, too: that proves nothing.
    return spellings.stream().anyMatch(spelling -> keeps(channel, spelling))
        ? new Trace.Absent()
        : new Trace.Unreadable("no message of this chat is kept");
  }

  private boolean keeps(ChannelAccess channel, String remoteJid) {
    var answer = api.lastMessage(channel, remoteJid);
    if (!(answer instanceof Exchange.Answered answered && answered.successful())) {
      return false;
    }
    try {
      return !json.read(answered.text()).at("messages").at("records").elements().isEmpty();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private Trace find(ChannelAccess channel, String remoteJid, Wanted wanted, Instant since) {
    for (int page = 1; page <= MOST_PAGES; page++) {
      var answer = api.ownMessages(channel, remoteJid, page, PAGE_SIZE);
      if (!(answer instanceof Exchange.Answered answered && answered.successful())) {
        return new Trace.Unreadable(trouble(answer));
      }
      var found = read(answered, wanted, since);
      if (found.trace() != null) {
        return found.trace();
      }
      if (found.last()) {
        return new Trace.Absent();
      }
    }
    return new Trace.Unreadable("too many messages since then");
  }

  private static String trouble(Exchange answer) {
    return switch (answer) {
      case Exchange.Answered a -> "status " + a.status();
      case Exchange.NotSent e -> e.code();
      case Exchange.Unclear e -> e.code();
    };
  }

  /**
   * @param trace null when this page does not decide
   * @param last nothing as young as the message is left behind this page
   */
  private record Page(Trace trace, boolean last) {}

  private Stream<Trace> ours(Wire message, Wanted wanted) {
    // Not every version of Evolution heeds fromMe in the question.
    return message.at("key").flag("fromMe")
            && messages.read(message) instanceof MessageReader.Named named
            && named.text().equals(wanted.text())
            && named.form().equals(MessageContent.form(wanted.kind()))
        ? Stream.of(new Trace.Found(named.externalId()))
        : Stream.empty();
  }

  private Page read(Exchange.Answered answer, Wanted wanted, Instant since) {
    try {
      var listing = json.read(answer.text()).at("messages");
      var records = listing.at("records");
      if (!records.isArray()) {
        return new Page(new Trace.Unreadable("no list of messages"), true);
      }
      var young =
          records.elements().stream().filter(r -> !messages.time(r).isBefore(since)).toList();
      var found = young.stream().flatMap(r -> ours(r, wanted)).findFirst();
      var more = listing.integer("pages").orElse(1L) > listing.integer("currentPage").orElse(1L);
      return new Page(found.orElse(null), young.isEmpty() || !more);
    } catch (JsonProcessingException e) {
      return new Page(new Trace.Unreadable("not JSON"), true);
    }
  }
}
