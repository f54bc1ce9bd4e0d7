package org.tulpar.catalog.partner;

import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Partners outside a server. */
public final class TestedPartners {

  private TestedPartners() {}

  public static Partners partners(TestedDatabase database) {
    var partners = new Partners();
    partners.sql = database.sql();
    return partners;
  }

  static PartnerBook book(TestedDatabase database) {
    var book = new PartnerBook();
    book.partners = partners(database);
    book.trail = TestedTrail.trail(database);
    return book;
  }
}
