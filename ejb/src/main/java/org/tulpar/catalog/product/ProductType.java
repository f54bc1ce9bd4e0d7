package org.tulpar.catalog.product;

/** What a product is. */
public enum ProductType {
  /** Has departures: days with seats. */
  TOUR,
  GOODS,
  SERVICE
}
