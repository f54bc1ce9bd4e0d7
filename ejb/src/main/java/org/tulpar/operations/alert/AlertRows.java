package org.tulpar.operations.alert;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.operations.ConsoleSql;
import org.tulpar.operations.alert.Alert.Kind;

/** What the database knows to be wrong. */
@Repository
class AlertRows {

  /** Since when something waits, and how much. */
  record Waiting(Instant since, long number) {}

  @Inject private ConsoleSql sql;

  List<Alert> channelsDown(Instant before, int most) {
    return sql.rows(
        """
        select c.name || ' · ' || o.name as subject, c.down_since from channel c
        join organization o on o.organization_id = c.organization_id
        where c.down_since < ? order by c.down_since limit ?""",
        row ->
            new Alert(
                Kind.CHANNEL_DOWN,
                row.getString("subject"),
                ConsoleSql.instant(row, "down_since"),
                0),
        before,
        most);
  }

  /** The channels of these numbers by their names. */
  List<String> names(Collection<UUID> channels) {
    return sql.rows(
        """
        select c.name || ' · ' || o.name as subject from channel c
        join organization o on o.organization_id = c.organization_id
        where c.id::text = any (?) order by 1""",
        row -> row.getString("subject"),
        (Object) channels.stream().map(UUID::toString).toArray(String[]::new));
  }

  Optional<Waiting> inbound(Instant before) {
    return waiting(
        "select min(received_at) as since, count(*) as number from inbound_event where status = 'WAITING' having min(received_at) < ?",
        before);
  }

  Optional<Waiting> outbound(Instant before) {
    return waiting(
        "select min(due_at) as since, count(*) as number from outbox_message where unknown_since is null and due_at < ? having count(*) > 0",
        before);
  }

  /** When the last backup was proven; since when there is something to back up where none was. */
  Instant backedUp() {
    return sql.rows(
            """
            select coalesce((select max(finished_at) from backup_run where outcome = 'GREEN'),
              (select min(created_at) from organization)) as since""",
            row -> ConsoleSql.instant(row, "since"))
        .getFirst();
  }

  private Optional<Waiting> waiting(String question, Instant before) {
    return sql
        .rows(
            question,
            row -> new Waiting(ConsoleSql.instant(row, "since"), row.getLong("number")),
            before)
        .stream()
        .findFirst();
  }
}
