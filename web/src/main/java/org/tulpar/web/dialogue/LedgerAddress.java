package org.tulpar.web.dialogue;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.omnifaces.util.Faces;
import org.tulpar.dialogue.ledger.EventStatus;

/**
 * What the address asks for; what is not understood is absent, never an error.
 *
 * @param channel or null for all
 * @param status or null for all
 * @param before id, or null for the newest
 */
public record LedgerAddress(UUID channel, EventStatus status, Long before, int days)
    implements Serializable {

  static final List<Integer> PERIODS = List.of(1, 7, 30);

  static LedgerAddress asked() {
    var status = Faces.getRequestParameter("status");
    return new LedgerAddress(
        read("channel", UUID::fromString).orElse(null),
        Arrays.stream(EventStatus.values())
            .filter(known -> known.name().equals(status))
            .findFirst()
            .orElse(null),
        read("before", Long::valueOf).orElse(null),
        read("days", Integer::valueOf).filter(PERIODS::contains).orElse(1));
  }

  /** As it stands behind the page's name. */
  public String query() {
    return query(channel == null ? null : channel.toString(), status, before, days);
  }

  /** The same days and channel, another pile. */
  public String of(EventStatus other) {
    return query(channel == null ? null : channel.toString(), other, null, days);
  }

  /** The same days, a channel and a pile. */
  public String of(String otherChannel, String otherStatus) {
    var known = otherStatus == null ? null : EventStatus.valueOf(otherStatus);
    return query(otherChannel, known, null, days);
  }

  /** The same pile over other days. */
  public String over(int otherDays) {
    return query(channel == null ? null : channel.toString(), status, null, otherDays);
  }

  /** The page that follows. */
  public String behind(Long id) {
    return query(channel == null ? null : channel.toString(), status, id, days);
  }

  private static String query(String channel, EventStatus status, Long before, int days) {
    var query = new StringBuilder("?days=").append(days);
    if (channel != null) {
      query.append("&channel=").append(channel);
    }
    if (status != null) {
      query.append("&status=").append(status);
    }
    if (before != null) {
      query.append("&before=").append(before);
    }
    return query.toString();
  }

  private static <T> Optional<T> read(String name, Function<String, T> reader) {
    var text = Faces.getRequestParameter(name);
    try {
      return Optional.ofNullable(text).filter(t -> !t.isBlank()).map(reader);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
