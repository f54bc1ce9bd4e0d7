package org.tulpar.web.client.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.transfer.CompanyImporter;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.client.OwnFieldsImport;
import org.tulpar.web.transfer.ImportTarget;

/** A file of companies on its way. */
@Named("companyImport")
@RequestScoped
public class CompanyImportBacking extends OwnFieldsImport {

  @Override
  protected ImportKind kind() {
    return ImportKind.COMPANIES;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return targets("companies.import.target.", CompanyImporter.TARGETS, Bearer.COMPANY);
  }

  @Override
  public String getPage() {
    return "company-import";
  }

  @Override
  public String getList() {
    return "companies";
  }

  @Override
  public String getKey() {
    return "companies.import";
  }
}
