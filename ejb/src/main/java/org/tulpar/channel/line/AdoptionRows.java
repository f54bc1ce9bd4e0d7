package org.tulpar.channel.line;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Where the lines that were taken over have their gateway. */
@Repository
class AdoptionRows {

  @Inject private TenantSql sql;

  /** Nothing where the organization in scope has no such line. */
  Optional<UUID> move(ChannelType type, String instance, URI gateway) {
    return sql.row(
        "update channel set api_url = ?, version = version + 1 where organization_id = ? and type ="
            + " ? and instance = ? and removed_at is null returning id",
        row -> row.getObject(1, UUID.class),
        gateway.toString(),
        TenantScope.required().value(),
        type,
        instance);
  }
}
