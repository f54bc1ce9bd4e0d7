package org.tulpar.catalog.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Days of the organization's calendar on which orders were made, or on which what was ordered sets
 * out.
 *
 * @param from the first day, or null
 * @param to the last day, or null
 * @param departing whether the days of departure are meant
 */
public record OrderSpan(LocalDate from, LocalDate to, boolean departing) implements Serializable {

  private static final String DEPARTURE = "departure";

  /** As a moment, so that an index is searched. */
  private static final String MADE =
      "o.created_at %s (?::date + %d)::timestamp at time zone (select z.time_zone from organization z)";

  static OrderSpan of(UnaryOperator<String> parameter) {
    return new OrderSpan(
        Criteria.day(parameter.apply("from")),
        Criteria.day(parameter.apply("to")),
        DEPARTURE.equals(parameter.apply("by")));
  }

  /** Which days are meant is no criterion as long as none is named. */
  Criteria with(Criteria criteria) {
    return criteria
        .with("by", departing && isNarrow() ? DEPARTURE : null)
        .with("from", from)
        .with("to", to);
  }

  boolean isOfDepartures() {
    return departing && isNarrow();
  }

  /** On {@code orders o}. */
  void ofOrders(Condition condition) {
    condition.where(MADE.formatted(">=", 0), from).where(MADE.formatted("<", 1), to);
  }

  /** On {@code product_departure d}. */
  void ofDepartures(Condition condition) {
    condition.where("d.starts_on >= ?", from).where("d.starts_on <= ?", to);
  }

  private boolean isNarrow() {
    return from != null || to != null;
  }
}
