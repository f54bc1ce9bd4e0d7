package org.tulpar.client;

import java.util.Map;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;

/**
 * What a person has typed into a card.
 *
 * @param company name; one that the organization does not have yet is made
 * @param values by custom field; a field that is not mentioned stays as it is
 * @param version of the card as it was opened
 */
public record ClientEdit(
    String name,
    String phone,
    String email,
    String language,
    String about,
    String company,
    Map<Long, String> values,
    int version) {

  /**
   * @throws ClientRefused at the first thing that cannot stand in a card
   */
  ClientEdit checked() {
    return new ClientEdit(
        ClientInput.name(name),
        ClientInput.phone(phone),
        ClientInput.email(email),
        ClientInput.language(language),
        ClientInput.text(about),
        ClientInput.name(company),
        values,
        version);
  }
}
