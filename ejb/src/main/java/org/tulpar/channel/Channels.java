package org.tulpar.channel;

import jakarta.annotation.Resource;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.RowSecurity;

/** The channels' rows, as delivery needs them. */
@Repository
public class Channels {

  private static final String ACCESS =
      """
      select type, instance, api_url, api_key_sealed from channel
      where organization_id = ? and id = ?
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** A channel's row; the credential is still sealed. */
  public record Row(ChannelType type, String instance, URI apiUrl, byte[] sealedKey) {}

  /** Must run inside a transaction. */
  public Optional<Row> access(OrganizationId organization, UUID channel) throws SQLException {
    try (var connection = pipeline.getConnection()) {
      RowSecurity.enter(connection, organization);
      return row(connection, organization, channel);
    }
  }

  private static Optional<Row> row(Connection connection, OrganizationId organization, UUID channel)
      throws SQLException {
    try (var statement = connection.prepareStatement(ACCESS)) {
      statement.setObject(1, organization.value());
      statement.setObject(2, channel);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Row(
                ChannelType.valueOf(rows.getString(1)),
                rows.getString(2),
                URI.create(rows.getString(3)),
                rows.getBytes(4)));
      }
    }
  }
}
