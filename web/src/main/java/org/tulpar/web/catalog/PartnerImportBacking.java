package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.catalog.transfer.PartnerImporter;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file of partners on its way. */
@Named("partnerImport")
@RequestScoped
public class PartnerImportBacking extends ImportPage {

  @Override
  protected ImportKind kind() {
    return ImportKind.PARTNERS;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return targets("partners.import.target.", PartnerImporter.TARGETS);
  }

  @Override
  public String getPage() {
    return "partner-import";
  }

  @Override
  public String getList() {
    return "partners";
  }

  @Override
  public String getKey() {
    return "partners.import";
  }
}
