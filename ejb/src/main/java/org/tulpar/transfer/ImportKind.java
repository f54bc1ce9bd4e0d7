package org.tulpar.transfer;

/** What the rows of a file are to become. */
public enum ImportKind {
  CLIENTS,
  PRODUCTS,
  COMPANIES,
  PARTNERS,
  ORDERS
}
