package org.tulpar.identity.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tulpar.tenant.list.Condition;
import org.tulpar.tenant.list.Criteria;

/**
 * Which events a list shows, the latest first; it is the query of the page's address.
 *
 * @param person who did it, or null for all and for what nobody did
 * @param from the first day, or null
 * @param to the last day, or null
 */
public record AuditFilter(Long person, AuditArea area, LocalDate from, LocalDate to) {

  /**
   * Behind which row a page begins.
   *
   * @param id of that row, which may share its moment with others
   */
  public record Spot(Instant at, long id) {

    /** What does not come from here is no spot. */
    public static Spot read(String text) {
      if (text == null || !text.matches("[0-9]{1,19}_[0-9]{1,18}")) {
        return null;
      }
      var parts = text.split("_");
      try {
        var micros = Long.parseLong(parts[0]);
        return new Spot(
            Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000),
            Long.parseLong(parts[1]));
      } catch (NumberFormatException tooLarge) {
        return null;
      }
    }

    @Override
    public String toString() {
      return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000 + "_" + id;
    }
  }

  /**
   * @param parameter gives the value behind a name of the address, or null
   */
  public static AuditFilter of(UnaryOperator<String> parameter) {
    return new AuditFilter(
        Criteria.number(parameter.apply("who")),
        Criteria.constant(AuditArea.values(), parameter.apply("what")),
        Criteria.day(parameter.apply("from")),
        Criteria.day(parameter.apply("to")));
  }

  public Criteria criteria() {
    return new Criteria().with("who", person).with("what", area).with("from", from).with("to", to);
  }

  /** On {@code audit_event a}; the days are those of this zone. */
  Condition condition(ZoneId zone, Spot behind) {
    var condition =
        new Condition()
            .where("a.user_id = ?", person)
            .where("a.area = ?", area)
            .where("a.at >= ?", from == null ? null : from.atStartOfDay(zone).toInstant())
            .where("a.at < ?", to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    return behind == null
        ? condition
        : condition.and("(a.at, a.id) < (?, ?)", List.of(behind.at(), behind.id()));
  }
}
