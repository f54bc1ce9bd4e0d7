package org.tulpar.deal;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The pipelines, stages and reasons of the organization in scope, as they are set up. */
@Repository
class PipelineRows {

  @Inject private TenantSql sql;

  static Stage stage(ResultSet row) throws SQLException {
    return new Stage(
        row.getLong("id"),
        row.getLong("pipeline_id"),
        row.getString("name"),
        TenantSql.constant(row, "kind", StageKind.class),
        row.getInt("probability"),
        row.getObject("rotten_days", Integer.class),
        row.getInt("version"));
  }

  long addPipeline(String name) {
    var id = nextId();
    sql.change(
        """
        insert into pipeline (organization_id, id, name, position)
        select ?, ?, ?, coalesce(max(position), 0) + 1 from pipeline
        """,
        TenantScope.required().value(),
        id,
        name);
    return id;
  }

  void renamePipeline(long id, String name) {
    sql.change("update pipeline set name = ?, version = version + 1 where id = ?", name, id);
  }

  long addStage(long pipelineId, String name, StageKind kind, int probability) {
    var id = nextId();
    sql.change(
        """
        insert into stage (organization_id, id, pipeline_id, name, kind, probability, position)
        select ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1 from stage where pipeline_id = ?
        """,
        TenantScope.required().value(),
        id,
        pipelineId,
        name,
        kind,
        probability,
        pipelineId);
    return id;
  }

  /** Returns 0 when the stage is not the one of this version. */
  int change(Stage stage) {
    return sql.change(
        """
        update stage set name = ?, kind = ?, probability = ?, rotten_days = ?::int, version = version + 1
        where id = ? and version = ?
        """,
        stage.name(),
        stage.kind(),
        stage.probability(),
        stage.rottenDays(),
        stage.id(),
        stage.version());
  }

  void order(long pipelineId, Long[] stageIds) {
    sql.change(
        """
        update stage s set position = n.number from unnest(?) with ordinality n(id, number)
        where s.pipeline_id = ? and s.id = n.id and s.position <> n.number
        """,
        stageIds,
        pipelineId);
  }

  /** Returns 0 when a deal lies, or has lain, in it. */
  int removeStage(long id) {
    return sql.change(
        """
        delete from stage s where s.id = ?
          and not exists (select from deal d where d.organization_id = s.organization_id and d.stage_id = s.id)
          and not exists (select from deal_stage_change h
            where h.organization_id = s.organization_id and (h.to_stage_id = s.id or h.from_stage_id = s.id))
        """,
        id);
  }

  void addReason(String name) {
    sql.change(
        "insert into lost_reason (organization_id, id, name) values (?, ?, ?)",
        TenantScope.required().value(),
        nextId(),
        name);
  }

  /** It stays with the deals that were lost for it. */
  void archiveReason(long id, boolean archived) {
    sql.change(
        "update lost_reason set archived = ?, version = version + 1 where id = ?", archived, id);
  }

  private long nextId() {
    return sql.row("select nextval('entity_id')", row -> row.getLong(1)).orElseThrow();
  }
}
