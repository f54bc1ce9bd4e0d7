package org.tulpar.client.transfer;

import org.tulpar.transfer.NamedCards;

/** The importer of companies outside a server. */
public final class TestedCompanyImporter {

  private TestedCompanyImporter() {}

  public static CompanyImporter with(NamedCards rows) {
    var importer = new CompanyImporter();
    importer.rows = rows;
    return importer;
  }
}
