package org.tulpar.catalog.transfer;

import org.tulpar.client.transfer.TestedCompanyImporter;
import org.tulpar.transfer.NamedCards;
import org.tulpar.transfer.NamedImporter;

/** The importers of what is known by its name, outside a server. */
public final class TestedCards {

  private TestedCards() {}

  public static NamedImporter companies(NamedCards rows) {
    return TestedCompanyImporter.with(rows);
  }

  public static NamedImporter partners(NamedCards rows) {
    var importer = new PartnerImporter();
    importer.rows = rows;
    return importer;
  }
}
