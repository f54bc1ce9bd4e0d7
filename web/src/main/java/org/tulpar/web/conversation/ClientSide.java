package org.tulpar.web.conversation;

import java.util.List;
import java.util.Locale;
import org.tulpar.client.ClientCard;

/**
 * The client's card as it is shown.
 *
 * @param phone with plus, or null
 * @param language in words, or null while unknown
 * @param spoken the same as a code (ISO 639-1)
 * @param company where she works, or null
 * @param since the day of the first contact
 */
public record ClientSide(
    long id,
    ThreadHead head,
    String phone,
    String language,
    String spoken,
    ClientCard.Company company,
    String since,
    List<Contact> contacts) {

  /** One identity: the channel's mark, the address as the messenger writes it, and its kind. */
  public record Contact(String mark, String value, String kind) {}

  static ClientSide of(ClientCard card, ThreadHead head, Reader reader) {
    return new ClientSide(
        card.id(),
        head,
        card.phone() == null ? null : "+" + card.phone(),
        card.language() == null
            ? null
            : Locale.of(card.language()).getDisplayLanguage(reader.locale()),
        card.language(),
        card.company(),
        reader.dayWords(card.since()),
        card.identities().stream().map(identity -> contact(identity, reader)).toList());
  }

  private static Contact contact(ClientCard.Identity identity, Reader reader) {
    return new Contact(
        Correspondent.mark(identity.channelType()),
        identity.value(),
        reader.word("identity." + identity.kind()));
  }
}
