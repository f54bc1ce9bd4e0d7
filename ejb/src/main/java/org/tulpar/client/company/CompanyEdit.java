package org.tulpar.client.company;

import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;

/**
 * What a person has typed about a company.
 *
 * @param version of the company as it was opened
 */
public record CompanyEdit(String name, String about, int version) {

  /**
   * @throws ClientRefused at the first thing that cannot stand there
   */
  CompanyEdit checked() {
    var known = ClientInput.name(name);
    if (known == null) {
      throw new ClientRefused("company_name");
    }
    return new CompanyEdit(known, ClientInput.text(about), version);
  }
}
