package org.tulpar.channel;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.tulpar.tenant.TenantSql;

/** The limits of the channels of the organization in scope; over one, messages wait. */
@Stateless
public class ChannelLimits {

  @Inject private TenantSql sql;

  public List<ChannelLimit> list() {
    return sql.rows(
        "select id, name, type, sends_per_minute(type, per_minute) as per_minute from channel where removed_at is null and not example order"
            + " by name, id limit 200",
        row ->
            new ChannelLimit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                TenantSql.constant(row, "type", ChannelType.class),
                row.getInt("per_minute")));
  }

  public void change(UUID channel, int perMinute) {
    sql.change("update channel set per_minute = ? where id = ?", perMinute, channel);
  }
}
