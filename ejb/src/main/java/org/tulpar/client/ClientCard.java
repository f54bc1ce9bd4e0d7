package org.tulpar.client;

import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.IdentityKind;

/**
 * What is known about a client.
 *
 * @param name how the client calls herself, or null
 * @param phone international digits without plus, or null
 * @param language ISO 639-1, or null while unknown
 * @param company where she works, or null
 * @param since when the client first wrote
 */
public record ClientCard(
    long id,
    String name,
    String phone,
    String language,
    Company company,
    Instant since,
    List<Identity> identities) {

  /** A company as a card names it. */
  public record Company(long id, String name) {}

  /** One name of the client at a messenger, as the messenger writes it. */
  public record Identity(ChannelType channelType, IdentityKind kind, String value) {}
}
