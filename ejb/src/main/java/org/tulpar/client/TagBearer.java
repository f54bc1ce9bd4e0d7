package org.tulpar.client;

/** What tags are put on; each kind has a table of its own for them. */
public enum TagBearer {
  CLIENT("client"),
  COMPANY("company");

  private final String kind;

  TagBearer(String kind) {
    this.kind = kind;
  }

  String table() {
    return kind + "_tag";
  }

  /** Its column with the id of what bears the tag. */
  public String key() {
    return kind + "_id";
  }
}
