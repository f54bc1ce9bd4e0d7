package org.tulpar.catalog.product;

/** What a price is for. */
public enum PriceUnit {
  ADULT,
  CHILD,
  /** A child that takes no seat. */
  INFANT,
  PIECE
}
