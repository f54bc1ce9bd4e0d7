package org.tulpar.catalog.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Place;
import org.tulpar.transfer.SafeCsv;

/** Writes the partners of a filter; the file can be imported again. */
@Stateless
public class PartnerExport {

  @Inject Partners partners;
  @Inject Trail trail;

  /**
   * Writes by name and leaves the writer open. Who took them away, and how many, is kept for the
   * audit.
   *
   * @param titles of the columns: name, person, phone, email, share in percent, about
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void write(
      PartnerFilter filter, List<String> titles, char separator, long userId, Writer out) {
    var written =
        new SafeCsv(separator, out)
            .write(
                titles,
                (Place last, int most) -> partners.page(filter, last, false, most),
                partner -> new Place(partner.id(), partner.nameKey()),
                partner -> Stream.of(cells(partner)));
    trail.record("partners.exported", userId, "partners", written);
  }

  /** A cell may be null. */
  private static List<String> cells(Partner partner) {
    return Arrays.asList(
        partner.name(),
        partner.person(),
        partner.phone() == null ? null : "+" + partner.phone(),
        partner.email(),
        partner.commission() == null
            ? null
            : partner.commission().stripTrailingZeros().toPlainString(),
        partner.about());
  }
}
