package org.tulpar.client.field;

import org.tulpar.tenant.TestedDatabase;

/** Custom fields outside a server. */
public final class TestedFields {

  private TestedFields() {}

  public static CustomFields fields(TestedDatabase database) {
    var fields = new CustomFields();
    fields.sql = database.sql();
    return fields;
  }

  public static FieldSettings settings(TestedDatabase database) {
    var settings = new FieldSettings();
    settings.fields = fields(database);
    return settings;
  }
}
