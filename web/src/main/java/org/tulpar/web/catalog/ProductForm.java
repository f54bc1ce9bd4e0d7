package org.tulpar.web.catalog;

import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductEdit;
import org.tulpar.catalog.product.ProductType;

/** What stands in the fields of a product while a person types. */
public class ProductForm {

  private ProductType type = ProductType.TOUR;
  private String code;
  private String name;
  private String description;
  private Long partner;
  private boolean active = true;
  private int version;

  /** An empty one. */
  ProductForm() {}

  ProductForm(ProductCard card) {
    type = card.type();
    code = card.code();
    name = card.name();
    description = card.description();
    partner = card.partnerId();
    active = card.active();
    version = card.version();
  }

  ProductEdit edit() {
    return new ProductEdit(type, code, name, description, partner, active, version);
  }

  public ProductType getType() {
    return type;
  }

  public void setType(ProductType type) {
    this.type = type;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(String description) {
    this.description = description;
  }

  public Long getPartner() {
    return partner;
  }

  public void setPartner(Long partner) {
    this.partner = partner;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }
}
