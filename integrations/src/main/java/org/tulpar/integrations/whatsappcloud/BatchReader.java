package org.tulpar.integrations.whatsappcloud;

import java.util.ArrayList;
import java.util.List;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.integrations.wire.Wire;

/** Takes a batch apart, in Meta's order. */
final class BatchReader {

  /** What a person typed in the WhatsApp Business app of the same number. */
  private static final String TYPED_IN_THE_APP = "smb_message_echoes";

  private final MessageReader messages;
  private final StatusReader statuses;

  BatchReader(MessageReader messages, StatusReader statuses) {
    this.messages = messages;
    this.statuses = statuses;
  }

  static List<Wire> changes(Wire root) {
    return root.at("entry").elements().stream()
        .flatMap(entry -> entry.at("changes").elements().stream())
        .toList();
  }

  /** Messages and statuses of a change. */
  static List<Wire> items(Wire change) {
    var value = change.at("value");
    var items = new ArrayList<Wire>();
    items.addAll(value.at("messages").elements());
    items.addAll(value.at("message_echoes").elements());
    items.addAll(value.at("statuses").elements());
    return items;
  }

  /** Meta's word for what a change brings; statuses stand in the same field as messages. */
  static String kind(Wire change) {
    var field = change.firstText("field");
    var onlyStatuses =
        change.at("value").at("statuses").isArray() && !change.at("value").at("messages").isArray();
    return onlyStatuses ? "statuses" : field == null ? "unnamed" : field;
  }

  /**
   * @param number whose changes are read; null for all
   */
  List<ChannelEvent> read(Wire root, String number) {
    var events = new ArrayList<ChannelEvent>();
    for (var change : changes(root)) {
      if (concerns(number, change)) {
        read(change, events);
      } else {
        events.add(new Ignored("of another number"));
      }
    }
    return events.isEmpty() ? List.of(new Ignored("nothing in it")) : List.copyOf(events);
  }

  private static boolean concerns(String number, Wire change) {
    var told = change.at("value").at("metadata").firstText("phone_number_id");
    return number == null || told == null || told.equals(number);
  }

  private void read(Wire change, List<ChannelEvent> events) {
    var field = kind(change);
    var value = change.at("value");
    var before = events.size();
    if (field.equals("messages") || field.equals("statuses")) {
      for (var message : value.at("messages").elements()) {
        events.add(messages.arrived(message, contacts(value)));
      }
      value.at("statuses").elements().forEach(status -> events.add(statuses.read(status)));
    } else if (field.equals(TYPED_IN_THE_APP)) {
      value.at("message_echoes").elements().forEach(echo -> events.add(messages.typed(echo)));
    }
    if (events.size() == before) {
      events.add(new Ignored(field));
    }
  }

  private static List<Wire> contacts(Wire value) {
    return value.at("contacts").elements();
  }
}
