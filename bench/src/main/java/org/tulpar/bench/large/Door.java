package org.tulpar.bench.large;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.UUID;
import org.tulpar.bench.machine.Installation;

/**
 * Where webhooks of the organization's first number come in. It has no gateway and none is looked
 * for: nobody watches the line while it is measured.
 */
record Door(String instance, String key, String secret) {

  static Door open(Installation installation) throws IOException, SQLException {
    var door = new Door("evolution", "large-" + UUID.randomUUID(), UUID.randomUUID().toString());
    try (var connection = installation.connect("app")) {
      connection.setAutoCommit(false);
      Seed.set(connection, "app.organization_id", Seed.ORGANIZATION.toString());
      try (var statement =
          connection.prepareStatement(
              """
              insert into channel_route (organization_id, channel_id, channel_key, channel_type, secret_hash, watch_at)
              select organization_id, id, ?, type, ?, now() + interval '1 day' from channel where instance = ?
              on conflict (organization_id, channel_id)
              do update set channel_key = excluded.channel_key, secret_hash = excluded.secret_hash, watch_at = excluded.watch_at\
              """)) {
        statement.setString(1, door.key());
        statement.setBytes(2, hash(door.secret()));
        statement.setString(3, door.instance());
        statement.executeUpdate();
      }
      connection.commit();
    }
    return door;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
