package org.tulpar.deal.first;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Writes into the organization in scope, which has nothing of the kind yet. */
@Repository
class FirstPipelineRows {

  @Inject private TenantSql sql;

  long addPipeline(String name) {
    return sql.row(
            "insert into pipeline (organization_id, id, name, position) values (?,"
                + " nextval('entity_id'), ?, 1) returning id",
            row -> row.getLong(1),
            TenantScope.required().value(),
            name)
        .orElseThrow();
  }

  /** In their order. */
  void addStages(long pipelineId, List<FirstPipeline.Step> steps, int rottenDays) {
    sql.change(
        """
        insert into stage (organization_id, id, pipeline_id, name, position, kind, probability, rotten_days)
        select ?, nextval('entity_id'), ?, s.name, s.place, s.kind, s.probability, case s.kind when 'OPEN' then ?::int end
        from unnest(?, ?, ?) with ordinality s(name, kind, probability, place)
        """,
        TenantScope.required().value(),
        pipelineId,
        rottenDays,
        steps.stream().map(FirstPipeline.Step::name).toArray(String[]::new),
        steps.stream().map(step -> step.kind().name()).toArray(String[]::new),
        steps.stream().map(FirstPipeline.Step::probability).toArray(Long[]::new));
  }

  void addReasons(List<String> names) {
    sql.change(
        "insert into lost_reason (organization_id, id, name) select ?, nextval('entity_id'), name"
            + " from unnest(?) name",
        TenantScope.required().value(),
        names.toArray(String[]::new));
  }
}
