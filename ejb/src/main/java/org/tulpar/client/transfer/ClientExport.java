package org.tulpar.client.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.tenant.Trail;
import org.tulpar.transfer.SafeCsv;

/**
 * Writes the clients of a filter as text that every spreadsheet opens and an import understands.
 */
@Stateless
public class ClientExport {

  @Inject ExportRows rows;
  @Inject CustomFields fields;
  @Inject Trail trail;

  /**
   * Writes the newest first and leaves the writer open. Who took them away, and how many, is kept
   * for the audit.
   *
   * @param titles of the columns in the order of {@link Mapping#TARGETS}, and of the creation's
   *     time
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      ClientFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var own = fields.active(Bearer.CLIENT);
    var standing = filter.within(own);
    var written =
        new SafeCsv(separator, out)
            .write(
                Stream.concat(titles.stream(), own.stream().map(CustomField::name)).toList(),
                (ExportRows.Row last, int most) -> rows.after(standing, last, most),
                row -> row,
                row -> Stream.of(cells(row, own)));
    trail.record("clients.exported", userId, "clients", written);
  }

  private static List<String> cells(ExportRows.Row row, List<CustomField> own) {
    var cells =
        new ArrayList<>(
            Stream.of(
                    row.name(),
                    row.phone() == null ? null : "+" + row.phone(),
                    row.email(),
                    row.language(),
                    row.company(),
                    row.about(),
                    String.join(", ", row.tags()),
                    row.createdAt().toString())
                .toList());
    for (var field : own) {
      cells.add(row.values().get(field.id()));
    }
    return cells;
  }
}
