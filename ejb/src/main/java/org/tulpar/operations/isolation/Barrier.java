package org.tulpar.operations.isolation;

/** One of the three things that part organizations in a table. */
public enum Barrier {
  /** Row security is forced and its one policy fails closed. */
  GUARDED,
  /** Without an organization there is nothing to see. */
  UNSEEN,
  /** A row of another organization is not taken. */
  UNWRITTEN;

  String breach(String table) {
    return table + ": " + name();
  }
}
