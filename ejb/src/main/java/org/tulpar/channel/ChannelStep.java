package org.tulpar.channel;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/** The transaction in which a channel's row is read. */
@Stateless
public class ChannelStep {

  @Inject private Channels channels;

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Channels.Row> row(OrganizationId organization, UUID channel) throws SQLException {
    return channels.access(organization, channel);
  }
}
