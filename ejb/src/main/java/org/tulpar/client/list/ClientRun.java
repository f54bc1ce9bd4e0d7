package org.tulpar.client.list;

import java.util.List;
import java.util.function.Function;

/** Clients {@code c} in the order of an index, which a page can begin beside any of. */
enum ClientRun {
  NEWEST("client c", "true", "c.created_at", "c.id", true, ClientList.Position::createdAt),
  NAMED("client c", "true", "c.name_key", "c.id", false, ClientList.Position::nameKey),
  /**
   * Those who have a conversation, by the latest one; the whole place is looked for in that table,
   * or its index would not be entered there.
   */
  SPOKEN_WITH(
      "conversation v join client c on c.organization_id = v.organization_id and c.id = v.client_id",
      "not exists (select from conversation l where l.organization_id = v.organization_id"
          + " and l.client_id = v.client_id"
          + " and (l.last_message_at, l.id) > (v.last_message_at, v.id))",
      "v.last_message_at",
      "v.client_id",
      true,
      ClientList.Position::contactAt),
  NEVER_SPOKEN_WITH(
      "client c",
      "not exists (select from conversation v where v.organization_id = c.organization_id"
          + " and v.client_id = c.id)",
      "c.created_at",
      "c.id",
      true,
      ClientList.Position::createdAt);

  private final String from;
  private final String where;
  private final String key;
  private final String id;
  private final boolean falling;
  private final Function<ClientList.Position, Object> place;

  ClientRun(
      String from,
      String where,
      String key,
      String id,
      boolean falling,
      Function<ClientList.Position, Object> place) {
    this.from = from;
    this.where = where;
    this.key = key;
    this.id = id;
    this.falling = falling;
    this.place = place;
  }

  /** The runs of an order, one behind the other. */
  static List<ClientRun> of(ClientSort sort) {
    return switch (sort) {
      case NEWEST -> List.of(NEWEST);
      case NAME -> List.of(NAMED);
      case CONTACT -> List.of(SPOKEN_WITH, NEVER_SPOKEN_WITH);
    };
  }

  boolean holds(ClientList.Position position) {
    return switch (this) {
      case NEWEST, NAMED -> true;
      case SPOKEN_WITH -> position.contactAt() != null;
      case NEVER_SPOKEN_WITH -> position.contactAt() == null;
    };
  }

  /** Whether its order is that of the last contact, or of the cards where there was none. */
  boolean isByContact() {
    return this == SPOKEN_WITH || this == NEVER_SPOKEN_WITH;
  }

  String key() {
    return key;
  }

  /** Its clients, as far as a condition on {@code c} lets them. */
  String clients(String condition) {
    return "select c.* from %s where %s and %s".formatted(from, condition, where);
  }

  /** Whoever stands behind a place, or before it. */
  String beside(boolean back) {
    return "(%s, %s) %s (?, ?)".formatted(key, id, falling == back ? ">" : "<");
  }

  Object place(ClientList.Position position) {
    return place.apply(position);
  }

  String order(boolean back) {
    return "%1$s %3$s, %2$s %3$s".formatted(key, id, falling == back ? "asc" : "desc");
  }
}
