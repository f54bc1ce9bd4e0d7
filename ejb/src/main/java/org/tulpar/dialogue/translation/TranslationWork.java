package org.tulpar.dialogue.translation;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantSql;

/** What waits to be translated, over all organizations. */
@Repository
public class TranslationWork {

  private static final String CLAIM =
      """
      select organization_id, message_id, attempts, conversation_id, client_id, author = 'CLIENT' as inbound, body, client_language, names,
             previous, targets
      from claim_translations(?, ?, ?)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  List<TranslationJob> claim(int most, int each, Duration hold) throws SQLException {
    var jobs = new ArrayList<TranslationJob>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, most);
      statement.setInt(2, each);
      statement.setObject(3, new PGInterval(0, 0, 0, 0, 0, hold.toSeconds()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          jobs.add(job(rows));
        }
      }
    }
    return jobs;
  }

  private static TranslationJob job(ResultSet row) throws SQLException {
    return new TranslationJob(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getLong("message_id"),
        row.getInt("attempts"),
        row.getLong("conversation_id"),
        row.getLong("client_id"),
        row.getBoolean("inbound"),
        row.getString("body"),
        row.getString("client_language"),
        List.copyOf(TenantSql.texts(row, "names")),
        row.getString("previous"),
        List.copyOf(TenantSql.texts(row, "targets")));
  }

  void forget(Instant before) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select forget_translations(?)")) {
      statement.setObject(1, before.atOffset(ZoneOffset.UTC));
      statement.execute();
    }
  }
}
