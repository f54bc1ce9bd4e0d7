package org.tulpar.dialogue.outbound;

import java.time.Instant;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/**
 * A message that passed the fence and is to be sent now.
 *
 * @param claimedAt by the database's clock: tells this claim from an earlier or later one
 * @param kind as stored in {@code message.kind}
 * @param content beside the text, as JSON, or null
 * @param clientAt when the client last wrote, or null when she never did
 */
public record Outgoing(
    OrganizationId organization,
    long message,
    long conversation,
    UUID channel,
    int attempts,
    String address,
    String body,
    String quotedExternalId,
    Instant claimedAt,
    String kind,
    String content,
    Instant clientAt) {

  public Outgoing(
      OrganizationId organization,
      long message,
      long conversation,
      UUID channel,
      int attempts,
      String address,
      String body,
      String quotedExternalId,
      Instant claimedAt) {
    this(
        organization,
        message,
        conversation,
        channel,
        attempts,
        address,
        body,
        quotedExternalId,
        claimedAt,
        "TEXT",
        null,
        null);
  }

  Outgoing saying(String otherKind, String otherContent, Instant lastClientAt) {
    return new Outgoing(
        organization,
        message,
        conversation,
        channel,
        attempts,
        address,
        body,
        quotedExternalId,
        claimedAt,
        otherKind,
        otherContent,
        lastClientAt);
  }
}
