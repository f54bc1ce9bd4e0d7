package org.tulpar.transfer;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * Writes rows of a file into a table of things that are known by their name, and takes them out
 * again. Names of tables and columns come from the code, never from a file.
 */
@Repository
public class NamedCards {

  private static final String NAME = "name";

  @Inject TenantSql sql;

  Optional<Long> known(String table, SheetLine line) {
    return sql.row(
        "select id from %s where name_key = lower(?)".formatted(table),
        r -> r.getLong("id"),
        line.text(NAME));
  }

  /** The new id. */
  long create(String table, long importId, SheetLine line) {
    var cells = line.columns();
    var columns = List.copyOf(cells.keySet());
    var values =
        Stream.concat(
            Stream.of(TenantScope.required().value(), importId), columns.stream().map(cells::get));
    return sql.row(
            "insert into %s (organization_id, id, import_id, %s) values (?, nextval('entity_id'), ?, %s) returning id"
                .formatted(
                    table,
                    String.join(", ", columns),
                    columns.stream().map(column -> "?").collect(Collectors.joining(", "))),
            r -> r.getLong("id"),
            values.toArray())
        .orElseThrow();
  }

  /**
   * Fills what is lacking and returns what that was. What the same import has made does not count
   * as edited by it.
   */
  List<String> fill(String table, long importId, long id, SheetLine line) {
    var filled = new ArrayList<String>();
    for (Map.Entry<String, Object> cell : line.columns().entrySet()) {
      var done =
          sql.change(
              """
              update %1$s set %2$s = ?, version = version + case when import_id = ? then 0 else 1 end
              where id = ? and %2$s is null\
              """
                  .formatted(table, cell.getKey()),
              cell.getValue(),
              importId,
              id);
      if (done == 1) {
        filled.add(cell.getKey());
      }
    }
    return filled;
  }

  /** False when somebody has edited it or something names it. */
  boolean remove(String table, String user, long id) {
    return sql.change(
            """
            delete from %1$s x where x.id = ? and x.version = 0 and not exists (
              select from %2$s u where u.organization_id = x.organization_id and u.%1$s_id = x.id)
            """
                .formatted(table, user),
            id)
        == 1;
  }

  /** Empties what the import has filled in and nobody has changed since. */
  void empty(String table, long id, SheetLine line, List<String> filled) {
    var cells = line.columns();
    for (var column : filled.stream().filter(cells::containsKey).toList()) {
      sql.change(
          "update %1$s set %2$s = null, version = version + 1 where id = ? and %2$s = ?"
              .formatted(table, column),
          id,
          cells.get(column));
    }
  }
}
