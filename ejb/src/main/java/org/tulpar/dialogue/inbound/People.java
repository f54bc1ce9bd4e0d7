package org.tulpar.dialogue.inbound;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Identity;
import org.tulpar.dialogue.flow.MessageIds;
import org.tulpar.tenant.OrganizationId;

/**
 * Groups the messages of a batch by person: whoever shares a name with another, a LID with a JID,
 * is the same one.
 */
final class People {

  private record Name(OrganizationId organization, ChannelType type, Identity identity) {}

  private record Seat(OrganizationId organization, Person person, UUID channel) {}

  /** A name of a person, as a row for the database. */
  record Row(OrganizationId organization, ChannelType type, Identity identity, Person person) {}

  private final MessageIds.Source ids;
  private final Map<Name, Person> byName = new HashMap<>();
  private final Map<Seat, Long> conversations = new HashMap<>();

  People(MessageIds.Source ids) {
    this.ids = ids;
  }

  void meet(LedgerEvent event, MessageArrived message) throws SQLException {
    Person person = null;
    for (var identity : message.identities()) {
      var known = byName.get(name(event, identity));
      if (known != null && person != null && known != person) {
        replace(event.organization(), known, person);
      }
      person = person == null ? known : person;
    }
    person = person == null ? new Person(ids.take()) : person;
    person.meet(message);
    for (var identity : message.identities()) {
      byName.put(name(event, identity), person);
    }
  }

  /** Valid after everybody was met. */
  Person of(LedgerEvent event, MessageArrived message) {
    return byName.get(name(event, message.identities().getFirst()));
  }

  /** Id for the person's conversation on the channel, if there is none yet. */
  long conversation(LedgerEvent event, Person person) throws SQLException {
    var seat = new Seat(event.organization(), person, event.channel());
    var id = conversations.get(seat);
    if (id == null) {
      id = ids.take();
      conversations.put(seat, id);
    }
    return id;
  }

  List<Row> rows() {
    var rows = new ArrayList<Row>();
    byName.forEach(
        (name, person) ->
            rows.add(new Row(name.organization(), name.type(), name.identity(), person)));
    return rows;
  }

  private void replace(OrganizationId organization, Person gone, Person stays) {
    stays.absorb(gone);
    byName.replaceAll((name, person) -> person == gone ? stays : person);
  }

  private static Name name(LedgerEvent event, Identity identity) {
    return new Name(event.organization(), event.channelType(), identity);
  }
}
