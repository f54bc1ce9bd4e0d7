package org.tulpar.channel;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.tenant.OrganizationId;

/** Opens what it takes to call a channel's gateway. */
@Stateless
public class ChannelDirectory {

  @Inject private Channels channels;

  @Inject
  @ConfigProperty(name = "tulpar.secret.key")
  private String secretKey;

  private SecretBox box;

  @PostConstruct
  void open() {
    box = new SecretBox(secretKey);
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<ChannelAccess> access(OrganizationId organization, UUID channel)
      throws SQLException {
    return channels
        .access(organization, channel)
        .map(
            row ->
                new ChannelAccess(
                    organization,
                    channel,
                    row.type(),
                    row.instance(),
                    row.apiUrl(),
                    row.sealedKey() == null ? "" : box.open(channel, row.sealedKey())));
  }
}
