package org.tulpar.channel;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The routes of all organizations, as the pipeline's role may see them. */
@Repository
public class ChannelRoutes {

  private static final String ALL =
      """
      select channel_key, organization_id, channel_id, channel_type, secret_hash, previous_secret_hash,
        signing_key_sealed, previous_signing_key_sealed
      from channel_route
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  public Map<String, ChannelRoute> all() throws SQLException {
    var routes = new HashMap<String, ChannelRoute>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(ALL);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        routes.put(rows.getString(1), route(rows));
      }
    }
    return routes;
  }

  private static ChannelRoute route(ResultSet row) throws SQLException {
    return new ChannelRoute(
        new OrganizationId((UUID) row.getObject(2)),
        (UUID) row.getObject(3),
        ChannelType.valueOf(row.getString(4)),
        row.getBytes(5),
        row.getBytes(6),
        row.getBytes(7),
        row.getBytes(8));
  }
}
