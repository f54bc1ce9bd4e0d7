package org.tulpar.tenant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tulpar.kernel.Refused;

/** What an organization says of itself; its days and nights are those of its time zone. */
@Stateless
public class OrganizationProfile {

  /** What a deal can be counted in, ISO 4217. */
  public static final List<String> CURRENCIES =
      List.of("KGS", "KZT", "RUB", "USD", "EUR", "UZS", "TRY", "AED", "CNY", "GBP");

  private static final int LONGEST = 80;

  @Inject private TenantSql sql;

  /**
   * The facts.
   *
   * @param locale of what is written in the organization's name, and of who is invited
   * @param zone in which working hours and days are counted
   * @param currency of new deals, one of {@link #CURRENCIES}
   */
  public record Facts(String name, Locale locale, ZoneId zone, String currency) {}

  /** Something that cannot stand: a name, a currency nobody counts in here, a pause. */
  public static final class OrganizationRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final String reason;

    OrganizationRefused(String reason) {
      super(reason);
      this.reason = reason;
    }

    @Override
    public String code() {
      return "refused.organization." + reason;
    }
  }

  public Facts read() {
    return sql.row(
            "select name, locale, time_zone, currency from organization where organization_id = ?",
            row ->
                new Facts(
                    row.getString("name"),
                    Locale.of(row.getString("locale")),
                    ZoneId.of(row.getString("time_zone")),
                    row.getString("currency")),
            TenantScope.required().value())
        .orElseThrow();
  }

  /** The currencies to choose from, the organization's own first. */
  public List<String> currencies() {
    var own = read().currency();
    return Stream.concat(Stream.of(own), CURRENCIES.stream().filter(one -> !one.equals(own)))
        .toList();
  }

  /**
   * Begins the organization in scope. Where it has begun already nothing is changed, and the answer
   * is false. Names may be equal: what tells organizations apart is their number.
   *
   * @param by who opens it: none of its own people can have done it
   * @throws OrganizationRefused when the name is missing or too long, or there is no such currency
   */
  public boolean begin(Facts typed, String by) {
    var name = named(typed);
    var begun =
        sql.change(
            "insert into organization (organization_id, name, locale, time_zone, currency) values"
                + " (?, ?, ?, ?, ?) on conflict (organization_id) do nothing",
            TenantScope.required().value(),
            name,
            typed.locale().getLanguage(),
            typed.zone().getId(),
            typed.currency());
    if (begun == 0) {
      return false;
    }
    sql.change(
        "insert into audit_event (organization_id, type, data) values (?,"
            + " 'organization.opened', jsonb_build_object('name', ?::text, 'by', ?::text))",
        TenantScope.required().value(),
        name,
        by);
    return true;
  }

  /**
   * @throws OrganizationRefused when the name is missing or too long, or there is no such currency
   */
  public void change(Facts typed, long userId) {
    var name = named(typed);
    sql.change(
        "update organization set name = ?, locale = ?, time_zone = ?, currency = ?, version ="
            + " version + 1 where organization_id = ?",
        name,
        typed.locale().getLanguage(),
        typed.zone().getId(),
        typed.currency(),
        TenantScope.required().value());
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?,"
            + " 'organization.changed', ?, jsonb_build_object('name', ?::text, 'zone', ?::text,"
            + " 'currency', ?::text))",
        TenantScope.required().value(),
        userId,
        name,
        typed.zone().getId(),
        typed.currency());
  }

  private static String named(Facts typed) {
    var name = typed.name() == null ? "" : typed.name().replaceAll("\\p{Cntrl}", " ").strip();
    require(!name.isEmpty(), "name");
    require(name.length() <= LONGEST, "name_long");
    require(CURRENCIES.contains(typed.currency()), "currency");
    return name;
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new OrganizationRefused(reason);
    }
  }
}
