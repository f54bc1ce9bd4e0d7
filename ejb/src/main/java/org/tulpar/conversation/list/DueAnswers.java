package org.tulpar.conversation.list;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.tulpar.conversation.hours.Answering;

/** Tells a filter which clients shall be answered now, as it is promised to them. */
@Dependent
public class DueAnswers {

  /**
   * Since when, channel by channel, clients wait who are due now; where nothing is promised nobody
   * is.
   *
   * @param first of whom nobody has answered yet
   * @param next of whom somebody has
   */
  public record Since(List<UUID> channels, List<Instant> first, List<Instant> next) {

    static final Since NOBODY = new Since(List.of(), List.of(), List.of());

    /** The values of {@code unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[])}. */
    List<Object> values() {
      return List.of(texts(channels), texts(first), texts(next));
    }

    private static String[] texts(Collection<?> all) {
      return all.stream().map(one -> Objects.toString(one, null)).toArray(String[]::new);
    }
  }

  @Inject private Answering answering;
  @Inject private Clock clock;

  /** Asked only where the filter wants to know. */
  public Since of(InboxFilter filter) {
    if (filter.state() != InboxState.DUE) {
      return Since.NOBODY;
    }
    var promises = answering.promises();
    var now = clock.instant();
    var channels = List.copyOf(promises.channels().keySet());
    return new Since(
        channels,
        channels.stream().map(one -> promises.dueSince(one, false, now)).toList(),
        channels.stream().map(one -> promises.dueSince(one, true, now)).toList());
  }
}
