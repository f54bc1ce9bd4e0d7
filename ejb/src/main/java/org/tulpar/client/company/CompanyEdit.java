package org.tulpar.client.company;

import java.util.Map;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;

/**
 * What a person has typed about a company.
 *
 * @param values by custom field; a field that is not mentioned stays as it is
 * @param version of the company as it was opened
 */
public record CompanyEdit(String name, String about, Map<Long, String> values, int version) {

  /**
   * @throws ClientRefused at the first thing that cannot stand there
   */
  CompanyEdit checked() {
    var known = ClientInput.name(name);
    if (known == null) {
      throw new ClientRefused("company_name");
    }
    return new CompanyEdit(known, ClientInput.text(about), values, version);
  }
}
