package org.tulpar.dialogue.ledger;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Lane;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * Reads the ledger of the organization in scope: from partial indexes, from day counters, or a
 * bounded stretch by id.
 */
@Repository
class LedgerRows {

  /**
   * What waits or failed is found by an index of its own; everything else by a walk of this length.
   */
  private static final int STRETCH = 5_000;

  private static final String TALLIES =
      """
      select c.id, c.name, c.type, coalesce(d.processed, 0), coalesce(d.ignored, 0), coalesce(w.n, 0),
        (select count(*) from inbound_event e
         where e.organization_id = c.organization_id and e.channel_id = c.id and e.status = 'FAILED')
      from channel c
      left join (select channel_id, sum(processed) as processed, sum(ignored) as ignored from ledger_day
                 where organization_id = ? and day >= ? group by channel_id) d on d.channel_id = c.id
      left join (select channel_id, count(*) as n from inbound_event
                 where lane = ? and organization_id = ? and status = 'WAITING' group by channel_id) w on w.channel_id = c.id
      where c.organization_id = ? and not c.example order by c.name, c.id
      """;

  private static final String ROW =
      """
      select e.id, e.channel_id, c.name, e.event_type, e.external_id, e.status, e.reason, e.attempts, e.received_at, e.processed_at
      from (%s) e join channel c on c.organization_id = e.organization_id and c.id = e.channel_id
      order by e.id desc
      """;

  private static final String COLUMNS =
      "select organization_id, id, channel_id, event_type, external_id, status, reason, attempts, received_at, processed_at from inbound_event";

  @Inject private TenantSql sql;

  List<ChannelTally> tallies(LocalDate since) {
    var organization = TenantScope.required();
    return sql.rows(
        TALLIES,
        row ->
            new ChannelTally(
                row.getObject(1, UUID.class),
                row.getString(2),
                ChannelType.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7)),
        organization.value(),
        since,
        Lane.of(organization),
        organization.value(),
        organization.value());
  }

  LedgerPage page(LedgerQuestion question) {
    return question.status() == EventStatus.WAITING || question.status() == EventStatus.FAILED
        ? unsettled(question)
        : stretch(question);
  }

  private LedgerPage unsettled(LedgerQuestion question) {
    var organization = TenantScope.required();
    var values = new ArrayList<Object>(List.of(organization.value()));
    var where = new StringBuilder(COLUMNS).append(" where organization_id = ?");
    if (question.status() == EventStatus.WAITING) {
      where.append(" and status = 'WAITING' and lane = ?");
      values.add(Lane.of(organization));
    } else {
      where.append(" and status = 'FAILED'");
    }
    narrow(question, where, values);
    where.append(" order by id desc limit ?");
    values.add(question.most() + 1);
    return page(rows(where.toString(), values), question.most(), null);
  }

  /** Looks through the youngest {@link #STRETCH} events before the place and no further. */
  private LedgerPage stretch(LedgerQuestion question) {
    var organization = TenantScope.required().value();
    var end = question.before() == null ? Long.MAX_VALUE : question.before();
    var last = begin(organization, end);
    var values = new ArrayList<Object>(List.of(organization));
    var where = new StringBuilder(COLUMNS).append(" where organization_id = ?");
    narrow(question, where, values);
    if (last != null) {
      where.append(" and id >= ?");
      values.add(last);
    }
    if (question.status() != null) {
      where.append(" and status = ?");
      values.add(question.status());
    }
    where.append(" order by id desc limit ?");
    values.add(question.most() + 1);
    return page(rows(where.toString(), values), question.most(), last);
  }

  /** One row more than a page was asked for, to know whether another one follows. */
  private static LedgerPage page(List<LedgerRow> rows, int most, Long otherwise) {
    return rows.size() > most
        ? new LedgerPage(rows.subList(0, most), rows.get(most - 1).id())
        : new LedgerPage(rows, otherwise);
  }

  /** The id a stretch begins with, or null when the ledger begins in it. */
  private Long begin(UUID organization, long end) {
    return sql.rows(
            "select min(id), count(*) from (select id from inbound_event where organization_id = ? and id < ? order by id desc limit ?) x",
            row -> row.getLong(2) < STRETCH ? null : (Long) row.getLong(1),
            organization,
            end,
            STRETCH)
        .getFirst();
  }

  private static void narrow(LedgerQuestion question, StringBuilder where, List<Object> values) {
    if (question.channel() != null) {
      where.append(" and channel_id = ?");
      values.add(question.channel());
    }
    if (question.before() != null) {
      where.append(" and id < ?");
      values.add(question.before());
    }
  }

  private List<LedgerRow> rows(String cut, List<Object> values) {
    return sql.rows(ROW.formatted(cut), LedgerRows::row, values.toArray());
  }

  private static LedgerRow row(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getLong(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        EventStatus.valueOf(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        TenantSql.instant(row, "received_at"),
        TenantSql.instant(row, "processed_at"));
  }

  /** Returns how many of them had failed and now wait. */
  int retry(Collection<Long> ids) {
    return sql.rows(
            "select retry_events(?, ?)",
            row -> row.getInt(1),
            TenantScope.required().value(),
            ids.toArray(Long[]::new))
        .size();
  }

  ReplayStep.Piece replay(UUID channel, Instant since, Instant till, long behind, int most) {
    return sql.row(
            "select last, put_back from replay_events(?, ?, ?, ?, ?, ?)",
            row -> new ReplayStep.Piece(row.getObject(1, Long.class), row.getInt(2)),
            TenantScope.required().value(),
            channel,
            since,
            till,
            behind,
            most)
        .orElseThrow();
  }
}
