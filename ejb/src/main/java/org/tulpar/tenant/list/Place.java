package org.tulpar.tenant.list;

import java.util.Optional;

/** The place of a row in a list by name; written into the page's address. */
public record Place(long id, String nameKey) {

  /** What does not come from here is no place. */
  public static Optional<Place> read(String text) {
    var parts = text == null ? new String[0] : text.split("_", 2);
    var id = parts.length == 2 ? Criteria.number(parts[0]) : null;
    return id == null ? Optional.empty() : Optional.of(new Place(id, parts[1]));
  }

  @Override
  public String toString() {
    return id + "_" + nameKey;
  }
}
