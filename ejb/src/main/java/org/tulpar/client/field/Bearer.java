package org.tulpar.client.field;

/**
 * What has tags and fields of the organization's own; each kind has a table of its own for either.
 */
public enum Bearer {
  CLIENT("client"),
  COMPANY("company");

  private final String kind;

  Bearer(String kind) {
    this.kind = kind;
  }

  public String tagTable() {
    return kind + "_tag";
  }

  String valueTable() {
    return kind + "_value";
  }

  /** The column of both with the id of what has them. */
  public String key() {
    return kind + "_id";
  }

  /**
   * As a column of a statement: the values of each row that it reads, for {@link
   * CustomFields#read}.
   *
   * @param alias by which the statement calls the table of the bearers
   */
  public String own(String alias) {
    return """
    array(select v.field_id || ':' || coalesce(v.text_value, trim_scale(v.number_value)::text, v.date_value::text, v.flag_value::text)
      from %1$s v where v.organization_id = %3$s.organization_id and v.%2$s = %3$s.id) as own\
    """
        .formatted(valueTable(), key(), alias);
  }

  /**
   * As a condition: whether it has what is asked of a field; the values are those of the criterion.
   *
   * @param alias as in {@link #own}
   */
  public String has(FieldCriterion criterion, String alias) {
    return "exists (select from %1$s x where x.organization_id = %3$s.organization_id and x.%2$s = %3$s.id and %4$s)"
        .formatted(valueTable(), key(), alias, criterion.sql());
  }
}
