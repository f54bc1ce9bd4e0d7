package org.tulpar.catalog.partner;

import java.math.BigDecimal;
import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;

/**
 * What a person has typed about a partner.
 *
 * @param version of the partner as it was opened
 */
public record PartnerEdit(
    String name,
    String person,
    String phone,
    String email,
    String about,
    String commission,
    boolean active,
    int version) {

  /** The same, read. */
  record Checked(
      String name,
      String person,
      String phone,
      String email,
      String about,
      BigDecimal commission,
      boolean active) {}

  /**
   * @throws CatalogRefused at the first thing that cannot stand there
   */
  Checked checked() {
    return new Checked(
        CatalogInput.name(name),
        CatalogInput.line(person),
        CatalogInput.phone(phone),
        CatalogInput.email(email),
        CatalogInput.text(about),
        CatalogInput.percent(commission),
        active);
  }
}
