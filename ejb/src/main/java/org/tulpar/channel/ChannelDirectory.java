package org.tulpar.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.tenant.OrganizationId;

/** Opens what it takes to call a channel's gateway. */
@ApplicationScoped
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

  @Transactional(value = TxType.REQUIRES_NEW, rollbackOn = Exception.class)
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
