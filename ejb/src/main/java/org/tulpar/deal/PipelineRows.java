package org.tulpar.deal;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

  List<PipelineSetup.Pipeline> pipelines() {
    return sql.rows(
        "select id, name, position, version from pipeline order by position, id",
        r ->
            new PipelineSetup.Pipeline(
                r.getLong("id"), r.getString("name"), r.getInt("position"), r.getInt("version")));
  }

  List<PipelineSetup.Reason> reasons() {
    return sql.rows(
        "select id, name, archived, version from lost_reason order by name, id",
        r ->
            new PipelineSetup.Reason(
                r.getLong("id"),
                r.getString("name"),
                r.getBoolean("archived"),
                r.getInt("version")));
  }

  /**
   * @param position null for behind all others
   */
  long addPipeline(String name, Integer position) {
    var id = nextId();
    sql.change(
        """
        insert into pipeline (organization_id, id, name, position)
        select ?, ?, ?, coalesce(?::int, max(position) + 1, 1) from pipeline
        """,
        TenantScope.required().value(),
        id,
        name,
        position);
    return id;
  }

  /** Returns 0 when the pipeline is not the one of this version. */
  int rename(PipelineSetup.Pipeline pipeline) {
    return sql.change(
        "update pipeline set name = ?, version = version + 1 where id = ? and version = ?",
        pipeline.name(),
        pipeline.id(),
        pipeline.version());
  }

  /** Whoever removes another one waits until this transaction has ended. */
  List<Long> lockedPipelines() {
    return sql.rows("select id from pipeline order by id for update", r -> r.getLong(1));
  }

  /** With its stages; returns 0 when a deal lies, or has lain, in one of them. */
  int removePipeline(long id) {
    sql.change(
        """
        delete from stage s where s.pipeline_id = ?
          and not exists (select from deal d where d.organization_id = s.organization_id and d.pipeline_id = s.pipeline_id)
          and not exists (select from deal_stage_change h
            join stage o on o.organization_id = h.organization_id and o.id in (h.from_stage_id, h.to_stage_id)
            where o.organization_id = s.organization_id and o.pipeline_id = s.pipeline_id)
        """,
        id);
    return sql.change(
        """
        delete from pipeline p where p.id = ?
          and not exists (select from stage s where s.organization_id = p.organization_id and s.pipeline_id = p.id)
        """,
        id);
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

  /** Returns 0 when the reason is not the one of this version. */
  int rename(PipelineSetup.Reason reason) {
    return sql.change(
        "update lost_reason set name = ?, version = version + 1 where id = ? and version = ?",
        reason.name(),
        reason.id(),
        reason.version());
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
