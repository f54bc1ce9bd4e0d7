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
        where d.pipeline_id = ? and d.created_at >= ? group by d.id)
      select s.id, count(f.id) as reached, max(count(f.id)) over () as most
      from stages s left join far f on f.number >= s.number
      where s.kind <> 'LOST' group by s.id, s.number order by s.number
      """;

  @Inject private TenantSql sql;

  List<StageTotal> totals(long pipelineId, DealFilter filter) {
    var values = new ArrayList<Object>(List.of(pipelineId));
    return sql.rows(
        """
        select d.stage_id, d.currency, count(*), sum(d.amount) from deal d
        where d.pipeline_id = ?%s group by d.stage_id, d.currency order by d.stage_id, count(*) desc, d.currency
        """
            .formatted(FilterSql.under(filter, values)),
        row ->
            new StageTotal(row.getLong(1), row.getString(2), row.getLong(3), row.getBigDecimal(4)),
        values.toArray());
  }

  List<Conversion> conversion(long pipelineId, Instant since) {
    return sql.rows(
        CONVERSION,
        row -> {
          var most = row.getLong("most");
          var reached = row.getLong("reached");
          return new Conversion(
              row.getLong("id"),
              reached,
              most == 0 ? null : (int) Math.round(100.0 * reached / most));
        },
        pipelineId,
        pipelineId,
        since);
  }
}
