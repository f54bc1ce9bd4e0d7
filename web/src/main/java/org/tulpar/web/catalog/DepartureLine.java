package org.tulpar.web.catalog;

import java.time.LocalDate;
import org.tulpar.catalog.product.Departure;
import org.tulpar.web.conversation.Reader;

/**
 * A departure as it is shown.
 *
 * @param places how many are free, in words
 * @param kind colour of the badge with the places
 * @param past whether it has set out
 */
public record DepartureLine(
    long id, String term, int seats, int taken, String places, String kind, boolean past) {

  private static final int FEW = 3;

  static DepartureLine of(Departure departure, LocalDate today, Reader reader) {
    return new DepartureLine(
        departure.id(),
        Days.term(departure.starts(), departure.ends(), reader),
        departure.seats(),
        departure.taken(),
        departure.free() == 0
            ? reader.word("catalog.full")
            : reader.word("catalog.free", departure.free(), departure.seats()),
        departure.free() == 0 ? "danger" : departure.free() <= FEW ? "warning" : "success",
        departure.starts().isBefore(today));
  }
}
