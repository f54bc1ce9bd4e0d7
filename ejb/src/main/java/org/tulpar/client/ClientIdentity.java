package org.tulpar.client;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.IdentityKind;

/** One name of a client at a messenger; within an organization it belongs to one client only. */
@Embeddable
public class ClientIdentity {

  @Enumerated(EnumType.STRING)
  @Column(name = "channel_type")
  private ChannelType channelType;

  @Enumerated(EnumType.STRING)
  private IdentityKind kind;

  private String value;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ClientIdentity() {}

  ClientCard.Identity row() {
    return new ClientCard.Identity(channelType, kind, value);
  }
}
