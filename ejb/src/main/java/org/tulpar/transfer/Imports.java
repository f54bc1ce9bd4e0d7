package org.tulpar.transfer;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The imports of the organization in scope and the rows of their files. */
@Repository
class Imports {

  private static final String VIEW =
      """
      select i.*, u.name as person, n.* from sheet_import i
      join users u on u.organization_id = i.organization_id and u.id = i.user_id
      left join lateral (select count(*) filter (where r.outcome = 'VALID')::int as valid, count(*) filter (where r.outcome = 'WRONG')::int as wrong,
          count(*) filter (where r.outcome = 'TWIN')::int as twins,
          count(*) filter (where r.outcome = 'CREATED')::int as created, count(*) filter (where r.outcome = 'UPDATED')::int as updated,
          count(*) filter (where r.outcome = 'SKIPPED')::int as skipped, count(*) filter (where r.outcome = 'UNDONE')::int as undone,
          count(*) filter (where r.outcome = 'KEPT')::int as kept
        from sheet_import_row r where r.organization_id = i.organization_id and r.import_id = i.id) n on true
      """;

  @Inject TenantSql sql;

  long add(
      ImportKind kind,
      String fileName,
      long userId,
      List<String> header,
      List<String> mapping,
      int total) {
    return sql.row(
            """
            insert into sheet_import (organization_id, id, kind, user_id, file_name, header, mapping, total)
            values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?) returning id
            """,
            r -> r.getLong("id"),
            TenantScope.required().value(),
            kind,
            userId,
            fileName,
            header.toArray(String[]::new),
            mapping.toArray(String[]::new),
            total)
        .orElseThrow();
  }

  void addRows(long importId, List<Integer> numbers, List<List<String>> rows) {
    sql.change(
        """
        insert into sheet_import_row (organization_id, import_id, row_no, cells)
        select ?, ?, x.n::int, x.c::text[] from unnest(?::bigint[], ?::text[]) x(n, c)
        """,
        TenantScope.required().value(),
        importId,
        numbers.stream().map(Integer::longValue).toArray(Long[]::new),
        rows.stream().map(Imports::literal).toArray(String[]::new));
  }

  Optional<ImportView> byId(long id) {
    return sql.row(VIEW + " where i.id = ?", Imports::view, id);
  }

  List<ImportView> latest(ImportKind kind, int most) {
    return sql.rows(
        VIEW
            + " where i.id in (select id from sheet_import where kind = ? order by id desc limit ?)"
            + " order by i.id desc",
        Imports::view,
        kind,
        most);
  }

  /** Nobody else works on it until the transaction ends. */
  Optional<ImportStatus> locked(long id) {
    return sql.row(
        "select status from sheet_import where id = ? for update",
        r -> TenantSql.constant(r, "status", ImportStatus.class),
        id);
  }

  void become(long id, ImportStatus status) {
    sql.change(
        "update sheet_import set status = ?, touched_at = now(), finished_at = case when ? in"
            + " ('DONE', 'UNDONE') then now() else finished_at end where id = ?",
        status,
        status,
        id);
  }

  void map(long id, List<String> mapping, boolean fills, boolean twice) {
    sql.change(
        "update sheet_import set mapping = ?, on_known = ?, twice = ? where id = ?",
        mapping.toArray(String[]::new),
        fills ? "FILL" : "SKIP",
        twice,
        id);
    sql.change(
        "update sheet_import_row set outcome = null, problem = null, problem_column = null where"
            + " import_id = ?",
        id);
  }

  /** The next rows with this outcome, null for those that were not looked at. */
  List<ImportRow> next(long importId, List<String> outcomes, int most) {
    var condition = outcomes.isEmpty() ? "outcome is null" : "outcome = any (?)";
    var values = new java.util.ArrayList<Object>(List.of(importId));
    if (!outcomes.isEmpty()) {
      values.add(outcomes.toArray(String[]::new));
    }
    values.add(most);
    return sql.rows(
        "select *, coalesce(client_id, product_id, company_id, partner_id, order_id) as subject_id from sheet_import_row where"
            + " import_id = ? and %s order by row_no limit ?".formatted(condition),
        r ->
            new ImportRow(
                r.getInt("row_no"),
                TenantSql.texts(r, "cells"),
                r.getString("outcome"),
                r.getObject("subject_id", Long.class),
                TenantSql.texts(r, "filled")),
        values.toArray());
  }

  void wrong(long importId, int row, RowProblem problem) {
    sql.change(
        "update sheet_import_row set outcome = 'WRONG', problem = ?, problem_column = ? where"
            + " import_id = ? and row_no = ?",
        problem.reason(),
        problem.column(),
        importId,
        row);
  }

  void become(ImportView one, int row, String outcome, Long subjectId, List<String> filled) {
    var column =
        switch (one.kind()) {
          case CLIENTS -> "client_id";
          case PRODUCTS -> "product_id";
          case COMPANIES -> "company_id";
          case PARTNERS -> "partner_id";
          case ORDERS -> "order_id";
        };
    sql.change(
        "update sheet_import_row set outcome = ?, %s = ?, filled = ? where import_id = ? and row_no = ?"
            .formatted(column),
        outcome,
        subjectId,
        filled.toArray(String[]::new),
        one.id(),
        row);
  }

  List<ImportProblem> problems(long importId, int most) {
    return sql.rows(
        """
        select r.row_no, i.header[r.problem_column + 1] as name, r.cells[r.problem_column + 1] as cell, r.problem
        from sheet_import_row r join sheet_import i on i.organization_id = r.organization_id and i.id = r.import_id
        where r.import_id = ? and r.outcome = 'WRONG' order by r.row_no limit ?
        """,
        r ->
            new ImportProblem(
                r.getInt("row_no"),
                r.getString("name"),
                r.getString("cell"),
                r.getString("problem")),
        importId,
        most);
  }

  /** The next wrong rows behind this one, as they came. */
  List<SheetImport.WrongRow> wrongRows(long importId, int behind, int most) {
    return sql.rows(
        """
        select r.row_no, r.cells, i.header[r.problem_column + 1] as name, r.problem
        from sheet_import_row r join sheet_import i on i.organization_id = r.organization_id and i.id = r.import_id
        where r.import_id = ? and r.outcome = 'WRONG' and r.row_no > ? order by r.row_no limit ?
        """,
        r ->
            new SheetImport.WrongRow(
                r.getInt("row_no"),
                TenantSql.texts(r, "cells"),
                r.getString("name"),
                r.getString("problem")),
        importId,
        behind,
        most);
  }

  List<List<String>> sample(long importId, int most) {
    return sql.rows(
        "select cells from sheet_import_row where import_id = ? order by row_no limit ?",
        r -> TenantSql.texts(r, "cells"),
        importId,
        most);
  }

  private static String literal(List<String> cells) {
    var text = new StringBuilder("{");
    for (var cell : cells) {
      text.append(text.length() == 1 ? "\"" : ",\"");
      text.append(cell.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return text.append('}').toString();
  }

  private static ImportView view(ResultSet r) throws SQLException {
    return new ImportView(
        r.getLong("id"),
        TenantSql.constant(r, "kind", ImportKind.class),
        r.getString("file_name"),
        TenantSql.constant(r, "status", ImportStatus.class),
        TenantSql.texts(r, "header"),
        TenantSql.texts(r, "mapping"),
        r.getString("on_known").equals("FILL"),
        r.getBoolean("twice"),
        r.getInt("total"),
        r.getInt("valid"),
        r.getInt("wrong"),
        r.getInt("twins"),
        r.getInt("created"),
        r.getInt("updated"),
        r.getInt("skipped"),
        r.getInt("undone"),
        r.getInt("kept"),
        r.getString("person"),
        TenantSql.instant(r, "created_at"),
        TenantSql.instant(r, "touched_at"));
  }
}
