package org.tulpar.client.company;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.client.Tag;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Place;
import org.tulpar.transfer.SafeCsv;

/** Writes the companies of a filter, a currency of what is open a line: two are no sum. */
@Stateless
public class CompanyExport {

  @Inject CompanyRows rows;
  @Inject CustomFields fields;
  @Inject Trail trail;

  /**
   * Writes by name and leaves the writer open. Who took them away, and how many, is kept for the
   * audit.
   *
   * @param titles of the columns: name, about, tags, clients, open deals, amount, currency; those
   *     of the organization's own fields stand behind them
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      CompanyFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var own = fields.active(Bearer.COMPANY);
    var standing = filter.within(own);
    var written =
        new SafeCsv(separator, out)
            .write(
                Stream.concat(titles.stream(), own.stream().map(CustomField::name)).toList(),
                (Place last, int most) -> rows.page(standing, last, false, most),
                company -> new Place(company.id(), company.nameKey()),
                company -> lines(company, own));
    trail.record("companies.exported", userId, "companies", written);
  }

  private static Stream<List<String>> lines(Company company, List<CustomField> own) {
    return company.sums().isEmpty()
        ? Stream.of(cells(company, "", "", own))
        : company.sums().stream()
            .map(sum -> cells(company, sum.amount().toPlainString(), sum.currency(), own));
  }

  private static List<String> cells(
      Company company, String amount, String currency, List<CustomField> own) {
    var usual =
        Stream.of(
            company.name(),
            company.about(),
            company.tags().stream().map(Tag::name).collect(Collectors.joining(", ")),
            Integer.toString(company.clients()),
            Integer.toString(company.deals()),
            amount,
            currency);
    return Stream.concat(usual, own.stream().map(field -> company.values().get(field.id())))
        .toList();
  }
}
