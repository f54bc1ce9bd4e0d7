package org.tulpar.client.transfer;

import org.tulpar.client.TestedCards;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.transfer.TestedImports;

/** Companies from a file, outside a server. */
public final class TestedCompanies {

  private TestedCompanies() {}

  public static CompanyImporter importer(TestedDatabase database) {
    var importer = TestedImports.named(database, new CompanyImporter());
    importer.tags = tags(database);
    importer.own = own(database);
    importer.fields = importer.own.fields;
    return importer;
  }

  static ImportedFields own(TestedDatabase database) {
    var own = new ImportedFields();
    own.fields = TestedFields.fields(database);
    return own;
  }

  static ImportedTags tags(TestedDatabase database) {
    var tags = new ImportedTags();
    tags.sql = database.sql();
    tags.tags = TestedCards.tags(database);
    return tags;
  }
}
