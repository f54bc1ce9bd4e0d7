package org.tulpar.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an event of the audit keeps beside who and when: words and numbers by their names. */
public final class Facts {

  private Facts() {}

  /** A column of JSON as {@link #read} understands it; of each fact the first 200 characters. */
  public static String of(String column) {
    return """
    array(select f.key || '=' || left(f.value, 200)
      from jsonb_each_text(case jsonb_typeof(%1$s) when 'object' then %1$s end) f where f.value is not null)\
    """
        .formatted(column);
  }

  public static Map<String, String> read(ResultSet row, String column) throws SQLException {
    var facts = new LinkedHashMap<String, String>();
    for (var fact : TenantSql.texts(row, column)) {
      var parts = fact.split("=", 2);
      facts.put(parts[0], parts[1]);
    }
    return facts;
  }
}
