package org.tulpar.catalog.product;

import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;

/**
 * What a person has typed about a product.
 *
 * @param partnerId whose it is, or null
 * @param version of the product as it was opened
 */
public record ProductEdit(
    ProductType type,
    String code,
    String name,
    String description,
    Long partnerId,
    boolean active,
    int version) {

  /**
   * @throws CatalogRefused at the first thing that cannot stand there
   */
  ProductEdit checked() {
    if (type == null) {
      throw new CatalogRefused("type");
    }
    return new ProductEdit(
        type,
        CatalogInput.code(code),
        CatalogInput.name(name),
        CatalogInput.text(description),
        partnerId,
        active,
        version);
  }
}
