package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.catalog.transfer.OrderImporter;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file of orders on its way. */
@Named("orderImport")
@RequestScoped
public class OrderImportBacking extends ImportPage {

  @Override
  protected ImportKind kind() {
    return ImportKind.ORDERS;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return targets("orders.import.target.", OrderImporter.TARGETS);
  }

  @Override
  public boolean isFilling() {
    return false;
  }

  @Override
  public String getPage() {
    return "order-import";
  }

  @Override
  public String getList() {
    return "orders";
  }

  @Override
  public String getKey() {
    return "orders.import";
  }

  @Override
  protected String problemKey() {
    return "refused.catalog.";
  }
}
