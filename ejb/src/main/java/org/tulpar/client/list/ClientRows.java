package org.tulpar.client.list;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/**
 * Reads the client list. The page is cut from an index first; everything else is joined to the rows
 * of the page only.
 */
@Repository
class ClientRows {

  private static final String ROW =
      """
      select c.id, c.name, c.phone, c.language, c.created_at, c.name_key, f.name as company, i.channel_type, i.value as address,
        array(select t.name from client_tag ct join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
          where ct.organization_id = c.organization_id and ct.client_id = c.id order by lower(t.name)) as tags,
        d.stage, d.kind, d.amount, d.currency, v.id as conversation_id, v.last_message_at, v.handler, v.status, v.assignee_id, a.name as assignee
      from (%s) c
      left join company f on f.organization_id = c.organization_id and f.id = c.company_id
      left join lateral (select x.channel_type, x.value from client_identity x
        where x.organization_id = c.organization_id and x.client_id = c.id order by x.created_at, x.value limit 1) i on true
      left join lateral (select s.name as stage, s.kind, x.amount, x.currency from deal x
        join stage s on s.organization_id = x.organization_id and s.id = x.stage_id
        where x.organization_id = c.organization_id and x.client_id = c.id order by x.created_at desc, x.id desc limit 1) d on true
      left join lateral (select x.* from conversation x
        where x.organization_id = c.organization_id and x.client_id = c.id order by x.last_message_at desc limit 1) v on true
      left join users a on a.organization_id = c.organization_id and a.id = v.assignee_id
      order by %s
      """;

  @Inject TenantSql sql;

  /**
   * @param from the row beside which the page begins, or null for the first page
   * @param back whether the page lies before that row; its rows come in reverse then
   */
  List<ClientRow> page(ClientFilter filter, ClientList.Position from, boolean back, int most) {
    var runs = ClientRun.of(filter.sort());
    var beside = from;
    var rows = new ArrayList<ClientRow>();
    for (var run : back ? runs.reversed() : runs) {
      if (rows.size() < most && (beside == null || run.holds(beside))) {
        rows.addAll(run(run, filter, beside, back, most - rows.size()));
        beside = null;
      }
    }
    return rows;
  }

  private List<ClientRow> run(
      ClientRun run, ClientFilter filter, ClientList.Position from, boolean back, int most) {
    var condition = ClientCondition.of(filter);
    var cut = new StringBuilder(run.clients(condition.sql()));
    var values = new ArrayList<>(condition.values());
    if (filter.silent() != null && run.isByContact()) {
      // said once more of what the run goes by, so that the walk begins where the silence does
      cut.append(" and ").append(run.key()).append(" < ").append(ClientCondition.DAYS_AGO);
      values.add(filter.silent());
    }
    if (from != null) {
      cut.append(" and ").append(run.beside(back));
      values.add(run.place(from));
      values.add(from.id());
    }
    var order = run.order(back);
    cut.append(" order by %s limit ?".formatted(order));
    values.add(most);
    return sql.rows(ROW.formatted(cut, order), ClientRows::row, values.toArray());
  }

  int count(ClientFilter filter, int most) {
    var condition = ClientCondition.of(filter);
    var values = new ArrayList<>(condition.values());
    values.add(most);
    return sql.row(
            "select count(*) from (select from client c where %s limit ?) x"
                .formatted(condition.sql()),
            r -> r.getInt(1),
            values.toArray())
        .orElseThrow();
  }

  private static ClientRow row(ResultSet r) throws SQLException {
    return new ClientRow(
        r.getLong("id"),
        r.getString("name"),
        r.getString("phone"),
        TenantSql.constant(r, "channel_type", ChannelType.class),
        r.getString("address"),
        r.getString("language"),
        r.getString("company"),
        TenantSql.texts(r, "tags"),
        TenantSql.instant(r, "created_at"),
        r.getString("name_key"),
        deal(r),
        talk(r));
  }

  private static ClientRow.Deal deal(ResultSet r) throws SQLException {
    var stage = r.getString("stage");
    return stage == null
        ? null
        : new ClientRow.Deal(
            stage, r.getString("kind"), r.getBigDecimal("amount"), r.getString("currency"));
  }

  private static ClientRow.Talk talk(ResultSet r) throws SQLException {
    var at = TenantSql.instant(r, "last_message_at");
    return at == null
        ? null
        : new ClientRow.Talk(
            r.getLong("conversation_id"),
            at,
            r.getString("handler"),
            r.getString("status").equals("CLOSED"),
            r.getObject("assignee_id", Long.class),
            r.getString("assignee"));
  }
}
