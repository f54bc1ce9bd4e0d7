package org.tulpar.catalog.product;

import java.time.LocalDate;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;

/** A departure as a person has typed it or a file has it, read. */
public record DepartureDraft(LocalDate starts, LocalDate ends, int seats) {

  /**
   * @param ends the last day, or blank for the first one
   * @throws CatalogRefused at the first thing that cannot stand there, or that is missing
   */
  public static DepartureDraft read(String starts, String ends, String seats) {
    var first = CatalogInput.day(starts);
    var last = CatalogInput.day(ends);
    var many = CatalogInput.count(seats);
    if (first == null) {
      throw new CatalogRefused("departure_day");
    }
    if (many == null) {
      throw new CatalogRefused("seats");
    }
    if (last != null && last.isBefore(first)) {
      throw new CatalogRefused("term");
    }
    return new DepartureDraft(first, last == null ? first : last, many);
  }
}
