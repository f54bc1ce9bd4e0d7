package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.catalog.transfer.OrderImporter;
import org.tulpar.catalog.transfer.OrderTwin;
import org.tulpar.catalog.transfer.OrderTwins;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file of orders on its way. */
@Named("orderImport")
@RequestScoped
public class OrderImportBacking extends ImportPage {

  @Inject private OrderTwins orders;

  private List<OrderTwin> twins;

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
  public boolean isDoubling() {
    return true;
  }

  /** The rows that were left out because they look like an order; the first of them. */
  public List<OrderTwin> getTwins() {
    if (twins == null) {
      twins = orders.of(getView().id());
    }
    return twins;
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
}
