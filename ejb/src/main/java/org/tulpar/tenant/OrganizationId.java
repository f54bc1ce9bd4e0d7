package org.tulpar.tenant;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Names a tenant. It comes from the session or from the channel's row, never from a request. */
public record OrganizationId(UUID value) implements Comparable<OrganizationId>, Serializable {

  public OrganizationId {
    Objects.requireNonNull(value, "organization id");
  }

  public static OrganizationId of(String text) {
    return new OrganizationId(UUID.fromString(text));
  }

  /** The order of the database, so that both lock organizations in the same one. */
  @Override
  public int compareTo(OrganizationId other) {
    var high =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
