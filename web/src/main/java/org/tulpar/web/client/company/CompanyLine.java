package org.tulpar.web.client.company;

import java.util.List;
import org.tulpar.client.Tag;
import org.tulpar.client.company.Company;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * A company as a list shows it.
 *
 * @param sums of what is open, one per currency, as they are read
 */
public record CompanyLine(
    long id, String name, String about, List<Tag> tags, int clients, int deals, List<String> sums) {

  static CompanyLine of(Company company, Reader reader) {
    return new CompanyLine(
        company.id(),
        company.name(),
        company.about(),
        company.tags(),
        company.clients(),
        company.deals(),
        company.sums().stream()
            .map(sum -> Money.of(sum.amount(), sum.currency(), reader))
            .toList());
  }
}
