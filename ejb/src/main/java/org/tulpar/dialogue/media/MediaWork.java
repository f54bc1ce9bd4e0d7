package org.tulpar.dialogue.media;

import jakarta.annotation.Resource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** The table {@code media_job}: what must be fetched or dropped. */
@Repository
public class MediaWork {

  private static final String CLAIM =
      """
      select organization_id, media_id, job, channel_id, attempts, external_id, url, bytes, declared_type, raw
      from claim_media(?, ?)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  List<MediaJob> claim(int most, Duration hold) throws SQLException {
    var jobs = new ArrayList<MediaJob>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, most);
      statement.setObject(2, interval(hold));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          jobs.add(job(rows));
        }
      }
    }
    return jobs;
  }

  private static MediaJob job(ResultSet row) throws SQLException {
    return new MediaJob(
        new OrganizationId(row.getObject(1, UUID.class)),
        row.getObject(2, UUID.class),
        row.getString(3).equals("DROP"),
        row.getObject(4, UUID.class),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, Long.class),
        row.getString(9),
        row.getString(10));
  }

  /** Nothing when the message was deleted meanwhile. */
  Optional<ConversationChanged> stored(MediaJob job, String type, long bytes, String name)
      throws SQLException {
    return settle(
        job,
        "select store_media(?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(3, type);
          statement.setLong(4, bytes);
          statement.setString(5, name);
        });
  }

  Optional<ConversationChanged> failed(MediaJob job, String code) throws SQLException {
    return settle(job, "select fail_media(?, ?, ?)", statement -> statement.setString(3, code));
  }

  void dropped(MediaJob job) throws SQLException {
    settle(job, "select null::bigint from drop_media(?, ?)", statement -> {});
  }

  /**
   * @param tried whether the provider was asked
   */
  void defer(MediaJob job, Duration wait, boolean tried) throws SQLException {
    settle(
        job,
        "select null::bigint from defer_media(?, ?, ?, ?, ?)",
        statement -> {
          statement.setString(3, job.drop() ? "DROP" : "FETCH");
          statement.setObject(4, interval(wait));
          statement.setBoolean(5, tried);
        });
  }

  /** Takes a slot of what the provider allows in a minute; else says how long there is none. */
  Optional<Duration> slot(OrganizationId organization, ChannelType type) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select take_provider_slot(?, ?)")) {
      statement.setObject(1, organization.value());
      statement.setString(2, type.name());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return Optional.ofNullable(rows.getObject(1, Integer.class)).map(Duration::ofSeconds);
      }
    }
  }

  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }

  private Optional<ConversationChanged> settle(MediaJob job, String sql, Values values)
      throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, job.organization().value());
      statement.setObject(2, job.file());
      values.set(statement);
      try (var rows = statement.executeQuery()) {
        rows.next();
        var conversation = rows.getObject(1, Long.class);
        return Optional.ofNullable(conversation)
            .map(id -> new ConversationChanged(job.organization(), id));
      }
    }
  }

  private static PGInterval interval(Duration duration) {
    return new PGInterval(0, 0, 0, 0, 0, duration.toSeconds());
  }
}
