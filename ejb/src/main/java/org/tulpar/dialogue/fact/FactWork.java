package org.tulpar.dialogue.fact;

import jakarta.annotation.Resource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.util.PGInterval;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** What waits to be read, over all organizations. */
@Repository
public class FactWork {

  private static final String CLAIM =
      "select organization_id, conversation_id, revision, attempts from claim_fact_jobs(?, ?, ?)";

  private static final String END = "select end_fact_job(?, ?, ?)";

  private static final String DEFER =
      """
      update fact_job set due_at = now() + ? where organization_id = ? and conversation_id = ?
      """;

  /** The longer it waits, the seldomer; after a day nobody asks for it any more. */
  private static final String AWAIT =
      """
      with over as (
        delete from fact_job where organization_id = ? and conversation_id = ? and first_at < now() - interval '1 day' returning 1)
      update fact_job set attempts = attempts - 1, due_at = now() + least(greatest(?, (now() - first_at) / 4), interval '30 minutes')
      where organization_id = ? and conversation_id = ? and not exists (select from over)
      """;

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /**
   * @param each at most so many of one organization
   * @param hold after it, it is given out again unless it was ended
   */
  List<FactJob> claim(int most, int each, Duration hold) throws SQLException {
    var jobs = new ArrayList<FactJob>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CLAIM)) {
      statement.setInt(1, most);
      statement.setInt(2, each);
      statement.setObject(3, interval(hold));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var organization = new OrganizationId(rows.getObject(1, UUID.class));
          jobs.add(new FactJob(organization, rows.getLong(2), rows.getInt(3), rows.getInt(4)));
        }
      }
    }
    return jobs;
  }

  void end(FactJob job) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(END)) {
      statement.setObject(1, job.organization().value());
      statement.setLong(2, job.conversation());
      statement.setInt(3, job.revision());
      statement.execute();
    }
  }

  void defer(FactJob job, Duration wait) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(DEFER)) {
      statement.setObject(1, interval(wait));
      statement.setObject(2, job.organization().value());
      statement.setLong(3, job.conversation());
      statement.executeUpdate();
    }
  }

  /** Puts off what is nobody's fault; the attempt does not count. */
  void await(FactJob job, Duration atLeast) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(AWAIT)) {
      statement.setObject(1, job.organization().value());
      statement.setLong(2, job.conversation());
      statement.setObject(3, interval(atLeast));
      statement.setObject(4, job.organization().value());
      statement.setLong(5, job.conversation());
      statement.executeUpdate();
    }
  }

  private static PGInterval interval(Duration time) {
    return new PGInterval(0, 0, 0, 0, 0, time.toSeconds());
  }
}
