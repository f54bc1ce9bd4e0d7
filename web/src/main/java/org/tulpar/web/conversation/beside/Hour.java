package org.tulpar.web.conversation.beside;

import java.time.ZoneId;
import org.tulpar.web.conversation.Reader;

/**
 * What the clocks show somewhere.
 *
 * @param zone by which the browser goes on counting
 */
public record Hour(String zone, String clock) {

  static Hour of(ZoneId zone, Reader reader) {
    var there = new Reader(reader.userId(), reader.locale(), zone, reader.now());
    return new Hour(zone.getId(), there.clock(reader.now()));
  }
}
