package org.tulpar.deal;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tulpar.conversation.list.DueAnswers;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Counts the board: always in the database, over everything the filter means. */
@Repository
class BoardFigures {

  /** A deal reached a stage when it was in it, or in a later one that is not a loss. */
  private static final String CONVERSION =
      """
      with stages as (
        select id, kind, row_number() over (order by position, id) as number from stage where pipeline_id = ?),
      far as (
        select d.id, max(s.number) as number from deal d
        join deal_stage_change h on h.organization_id = d.organization_id and h.deal_id = d.id
        join stages s on s.id = h.to_stage_id and s.kind <> 'LOST'
        where d.pipeline_id = ?%s group by d.id)
      select s.id, count(f.id) as reached, max(count(f.id)) over () as most
      from stages s left join far f on f.number >= s.number
      where s.kind <> 'LOST' group by s.id, s.number order by s.number
      """;

  /** Whatever the number of deals; as long as the filter asks for nothing but their owners. */
  private static final String TALLIED =
      """
      select t.stage_id, nullif(t.currency, ''), sum(t.deals), sum(t.amount) from stage s
      join deal_tally t on t.organization_id = s.organization_id and t.stage_id = s.id
      where s.pipeline_id = ?%s group by t.stage_id, t.currency having sum(t.deals) > 0
      order by t.stage_id, sum(t.deals) desc, nullif(t.currency, '')
      """;

  private static final String COUNTED =
      """
      select d.stage_id, d.currency, count(*), sum(d.amount) from deal d
      where d.pipeline_id = ?%s group by d.stage_id, d.currency order by d.stage_id, count(*) desc, d.currency
      """;

  /**
   * Of each owner: what is under way now, whatever its number, and what was won and lost in some
   * days.
   */
  private static final String OWNERS =
      """
      select x.owner_id, u.name, sum(x.open) as open, sum(x.won) as won, sum(x.lost) as lost, x.currency, sum(x.amount) as amount
      from (
        select t.owner_id, sum(t.deals) as open, 0 as won, 0 as lost, null as currency, 0 as amount from stage s
        join deal_tally t on t.organization_id = s.organization_id and t.stage_id = s.id
        where s.pipeline_id = ? and s.kind = 'OPEN' group by t.owner_id
        union all
        select coalesce(d.owner_id, 0), 0, count(*), 0, d.currency, sum(d.amount) from deal d
        join stage g on g.organization_id = d.organization_id and g.id = d.stage_id and g.kind = 'WON'
        where d.pipeline_id = ?%1$s group by d.owner_id, d.currency
        union all
        select coalesce(d.owner_id, 0), 0, 0, count(*), null, 0 from deal d
        join stage g on g.organization_id = d.organization_id and g.id = d.stage_id and g.kind = 'LOST'
        where d.pipeline_id = ?%1$s group by d.owner_id) x
      left join users u on u.id = x.owner_id
      group by x.owner_id, u.name, x.currency order by x.owner_id, x.currency
      """;

  /** Why deals were lost in some days, the most frequent reason first. */
  private static final String LOST =
      """
      select coalesce(d.lost_reason_id, 0) as reason, r.name, count(*) as deals from deal d
      join stage g on g.organization_id = d.organization_id and g.id = d.stage_id and g.kind = 'LOST'
      left join lost_reason r on r.organization_id = d.organization_id and r.id = d.lost_reason_id
      where d.pipeline_id = ?%s group by d.lost_reason_id, r.name order by count(*) desc, r.name, d.lost_reason_id
      """;

  @Inject private TenantSql sql;
  @Inject private DueAnswers due;

  List<Board.Lost> lost(long pipelineId, DealFilter.Span span) {
    var values = new ArrayList<Object>(List.of(pipelineId));
    return sql.rows(
        LOST.formatted(FilterSql.days("d.closed_at", span, values)),
        row -> new Board.Lost(row.getLong("reason"), row.getString("name"), row.getLong("deals")),
        values.toArray());
  }

  Optional<String> lostReason(long id) {
    return sql.row("select name from lost_reason where id = ?", row -> row.getString(1), id);
  }

  List<Board.Owned> owners(long pipelineId, DealFilter.Span closed) {
    var values = new ArrayList<Object>(List.of(pipelineId, pipelineId));
    var days = FilterSql.days("d.closed_at", closed, values);
    values.add(pipelineId);
    FilterSql.days("d.closed_at", closed, values);
    return sql.rows(
        OWNERS.formatted(days),
        row ->
            new Board.Owned(
                row.getLong("owner_id"),
                row.getString("name"),
                row.getLong("open"),
                row.getLong("won"),
                row.getLong("lost"),
                row.getString("currency"),
                row.getBigDecimal("amount")),
        values.toArray());
  }

  List<StageTotal> totals(long pipelineId, DealFilter filter) {
    var values = new ArrayList<Object>(List.of(pipelineId));
    var question =
        filter.isOfOwnersOnly()
            ? TALLIED.formatted(FilterSql.whose("t.owner_id", "0", filter, values))
            : COUNTED.formatted(FilterSql.under(filter, due.of(filter.dialogue()), values));
    return sql.rows(
        question,
        row -> {
          var currency = row.getString(2);
          return new StageTotal(
              row.getLong(1),
              currency,
              row.getLong(3),
              currency == null ? null : row.getBigDecimal(4));
        },
        values.toArray());
  }

  List<Conversion> conversion(long pipelineId, Instant since) {
    return conversion(
        " and d.created_at >= ?", new ArrayList<>(List.of(pipelineId, pipelineId, since)));
  }

  List<Conversion> conversion(long pipelineId, DealFilter filter) {
    var values = new ArrayList<Object>(List.of(pipelineId, pipelineId));
    return conversion(FilterSql.under(filter, due.of(filter.dialogue()), values), values);
  }

  private List<Conversion> conversion(String which, List<Object> values) {
    return sql.rows(
        CONVERSION.formatted(which),
        row -> {
          var most = row.getLong("most");
          var reached = row.getLong("reached");
          return new Conversion(
              row.getLong("id"),
              reached,
              most == 0 ? null : (int) Math.round(100.0 * reached / most));
        },
        values.toArray());
  }
}
