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

  @Override
  public int compareTo(OrganizationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
