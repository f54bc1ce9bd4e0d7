package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.transfer.Mapping;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file of clients on its way. */
@Named("clientImport")
@RequestScoped
public class ImportBacking extends ImportPage {

  @Inject private FieldSettings fields;

  @Override
  protected ImportKind kind() {
    return ImportKind.CLIENTS;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return Stream.concat(
            targets("import.target.", Mapping.TARGETS).stream(),
            fields.all().stream()
                .filter(field -> !field.archived())
                .map(field -> new ImportTarget("field:" + field.id(), field.name())))
        .toList();
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
