package org.tulpar.web.client;

import java.util.List;
import org.tulpar.client.ClientCard;
import org.tulpar.client.ClientProfile;
import org.tulpar.web.conversation.Correspondent;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.shell.Initials;

/**
 * What stands above a card and beside its form.
 *
 * @param mark short name of the messenger's icon, or null when no messenger knows her
 */
public record CardHead(
    String name,
    String initials,
    String mark,
    String since,
    List<Contact> contacts,
    List<Deal> deals) {

  /** One identity: the messenger's mark, the address as it writes it, and its kind. */
  public record Contact(String mark, String value, String kind) {}

  /** A deal in one line; amount is null when nobody has named one. */
  public record Deal(
      long id, long pipeline, String title, String stage, String stageKind, String amount) {}

  static CardHead of(ClientProfile card, Reader reader) {
    var name = name(card, reader);
    return new CardHead(
        name,
        Initials.of(name),
        card.channel() == null ? null : Correspondent.mark(card.channel()),
        reader.dayWords(card.since()),
        card.identities().stream().map(identity -> contact(identity, reader)).toList(),
        card.deals().stream()
            .map(
                deal ->
                    new Deal(
                        deal.id(),
                        deal.pipelineId(),
                        deal.title(),
                        deal.stage(),
                        ClientLine.stageKind(deal.kind()),
                        Money.of(deal.amount(), deal.currency(), reader)))
            .toList());
  }

  private static Contact contact(ClientCard.Identity identity, Reader reader) {
    return new Contact(
        Correspondent.mark(identity.channelType()),
        identity.value(),
        reader.word("identity." + identity.kind()));
  }

  private static String name(ClientProfile card, Reader reader) {
    if (card.name() != null) {
      return card.name();
    }
    if (card.phone() != null) {
      return "+" + card.phone();
    }
    return card.identities().isEmpty()
        ? reader.word("client.nameless")
        : Correspondent.of(null, null, card.identities().getFirst().value(), card.channel()).name();
  }
}
