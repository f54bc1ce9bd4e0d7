package org.tulpar.deal;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

  @Inject private TenantSql sql;

  List<StageTotal> totals(long pipelineId, DealFilter filter) {
    var values = new ArrayList<Object>(List.of(pipelineId));
    var question =
        filter.isOfOwnersOnly()
            ? TALLIED.formatted(FilterSql.whose("t.owner_id", "0", filter, values))
            : COUNTED.formatted(FilterSql.under(filter, values));
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

  /** Of the deals that were made in these days. */
  List<Conversion> conversion(long pipelineId, DealFilter.Span span) {
    var values = new ArrayList<Object>(List.of(pipelineId, pipelineId));
    return conversion(FilterSql.days("d.created_at", span, values), values);
  }

  private List<Conversion> conversion(String made, List<Object> values) {
    return sql.rows(
        CONVERSION.formatted(made),
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
