package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.transfer.Mapping;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportTarget;

/** A file of clients on its way. */
@Named("clientImport")
@RequestScoped
public class ImportBacking extends OwnFieldsImport {

  @Override
  protected ImportKind kind() {
    return ImportKind.CLIENTS;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return targets("import.target.", Mapping.TARGETS, Bearer.CLIENT);
  }

  @Override
  public String getPage() {
    return "client-import";
  }

  @Override
  public String getList() {
    return "clients";
  }

  @Override
  public String getKey() {
    return "import";
  }
}
