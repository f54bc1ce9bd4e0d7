package org.tulpar.web.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.catalog.transfer.ProductMapping;
import org.tulpar.transfer.ImportKind;
import org.tulpar.web.transfer.ImportPage;
import org.tulpar.web.transfer.ImportTarget;

/** A file of products on its way. */
@Named("productImport")
@RequestScoped
public class ProductImportBacking extends ImportPage {

  @Override
  protected ImportKind kind() {
    return ImportKind.PRODUCTS;
  }

  @Override
  public List<ImportTarget> getTargets() {
    return targets("products.import.target.", ProductMapping.TARGETS);
  }

  @Override
  public String getPage() {
    return "product-import";
  }

  @Override
  public String getList() {
    return "products";
  }

  @Override
  public String getKey() {
    return "products.import";
  }
}
