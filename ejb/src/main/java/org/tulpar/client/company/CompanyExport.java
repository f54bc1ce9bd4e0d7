package org.tulpar.client.company;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.client.Tag;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Place;
import org.tulpar.transfer.SafeCsv;

/** Writes the companies of a filter, a currency of what is open a line: two are no sum. */
@Stateless
public class CompanyExport {

  @Inject CompanyRows rows;
  @Inject Trail trail;

  /**
   * Writes by name and leaves the writer open. Who took them away, and how many, is kept for the
   * audit.
   *
   * @param titles of the columns: name, about, tags, clients, open deals, amount, currency
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      CompanyFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var written =
        new SafeCsv(separator, out)
            .write(
                titles,
                (Place last, int most) -> rows.page(filter, last, false, most),
                company -> new Place(company.id(), company.nameKey()),
                CompanyExport::lines);
    trail.record("companies.exported", userId, "companies", written);
  }

  private static Stream<List<String>> lines(Company company) {
    return company.sums().isEmpty()
        ? Stream.of(cells(company, "", ""))
        : company.sums().stream()
            .map(sum -> cells(company, sum.amount().toPlainString(), sum.currency()));
  }

  private static List<String> cells(Company company, String amount, String currency) {
    return List.of(
        company.name(),
        company.about() == null ? "" : company.about(),
        company.tags().stream().map(Tag::name).collect(Collectors.joining(", ")),
        Integer.toString(company.clients()),
        Integer.toString(company.deals()),
        amount,
        currency);
  }
}
