package org.tulpar.web.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time zones that a person may choose: those named after a place, from west to east. */
public final class Zones {

  private static final Pattern PLACE =
      Pattern.compile(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

  private Zones() {}

  /** A zone as it is chosen from; its label begins with what it is ahead of UTC now. */
  public record Zone(String id, String label) {}

  /** Those that may be chosen, and what they are ahead of UTC at this moment. */
  public static List<Zone> all(Instant now) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> PLACE.matcher(id).matches())
        .map(ZoneId::of)
        .sorted(
            Comparator.comparingInt((ZoneId zone) -> seconds(zone, now))
                .thenComparing(ZoneId::getId))
        .map(zone -> new Zone(zone.getId(), label(zone, now)))
        .toList();
  }

  /** Empty for what is no place of the list. */
  public static Optional<ZoneId> of(String id) {
    return Optional.ofNullable(id)
        .filter(text -> PLACE.matcher(text).matches())
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .map(ZoneId::of);
  }

  private static int seconds(ZoneId zone, Instant now) {
    return zone.getRules().getOffset(now).getTotalSeconds();
  }

  private static String label(ZoneId zone, Instant now) {
    var offset = zone.getRules().getOffset(now).getId();
    var ahead = "Z".equals(offset) ? "+00:00" : offset;
    return "UTC" + ahead + " · " + zone.getId().replace('_', ' ');
  }
}
