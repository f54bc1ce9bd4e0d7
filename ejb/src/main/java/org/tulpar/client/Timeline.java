package org.tulpar.client;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/**
 * Everything that happened with a client, also under the cards that were merged into hers, the
 * latest first. A conversation is one line, whatever its length.
 */
@Repository
class Timeline {

  /**
   * Each kind of thing is cut by itself; the latest of all of them are shown, and nothing is parted
   * from what happened at the same moment: what is older begins behind it.
   */
  private static final List<String> KINDS =
      List.of(
          """
          select v.last_message_at as at, 'conversation' as event, null as person, v.id as conversation_id, v.last_message_text as text,
            ch.name as detail, (select count(*) from (select from message m where m.organization_id = v.organization_id
              and m.conversation_id = v.id limit 1000) x)::int as messages, null::bigint as reference
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join channel ch on ch.organization_id = v.organization_id and ch.id = v.channel_id
          where v.last_message_at < ? order by v.last_message_at desc fetch first ? rows with ties
          """,
          """
          select a.at, a.type, u.name, a.conversation_id, null, a.data ->> 'number', 0, (a.data ->> 'merge')::bigint
          from me join audit_event a on a.organization_id = me.organization_id and a.client_id = me.id
          left join users u on u.organization_id = a.organization_id and u.id = a.user_id
          where a.at < ? and a.type not in ('deal.created', 'deal.stage_changed', 'conversation.noted') order by a.at desc fetch first ? rows with ties
          """,
          """
          select a.at, a.type, u.name, a.conversation_id, a.data ->> 'reason', null, 0, null
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join audit_event a on a.organization_id = v.organization_id and a.conversation_id = v.id and a.client_id is null
          left join users u on u.organization_id = a.organization_id and u.id = a.user_id
          where a.at < ? and a.type <> 'conversation.noted' order by a.at desc fetch first ? rows with ties
          """,
          """
          select n.created_at, 'note', u.name, null, n.body, null, 0, null
          from me join client_note n on n.organization_id = me.organization_id and n.client_id = me.id
          join users u on u.organization_id = n.organization_id and u.id = n.user_id
          where n.created_at < ? order by n.created_at desc fetch first ? rows with ties
          """,
          """
          select n.created_at, 'conversation.note', u.name, n.conversation_id, n.body, null, 0, null
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join conversation_note n on n.organization_id = v.organization_id and n.conversation_id = v.id
          join users u on u.organization_id = n.organization_id and u.id = n.user_id
          where n.created_at < ? order by n.created_at desc fetch first ? rows with ties
          """,
          """
          select d.created_at, 'deal.created', null, d.conversation_id, d.title, null, 0, null
          from me join deal d on d.organization_id = me.organization_id and d.client_id = me.id
          where d.created_at < ? order by d.created_at desc fetch first ? rows with ties
          """,
          """
          select s.at, 'deal.stage_changed', u.name, d.conversation_id, d.title, t.name, 0, null
          from me join deal d on d.organization_id = me.organization_id and d.client_id = me.id
          join deal_stage_change s on s.organization_id = d.organization_id and s.deal_id = d.id
          join stage t on t.organization_id = s.organization_id and t.id = s.to_stage_id
          left join users u on u.organization_id = s.organization_id and u.id = s.user_id
          where s.at < ? order by s.at desc fetch first ? rows with ties
          """);

  private static final String ALL =
      """
      with me as materialized (
        select organization_id, id from client where id = ?
        union all select organization_id, id from client where merged_into_id = ?)
      select * from (%s) x order by at desc fetch first ? rows with ties
      """
          .formatted("(" + String.join(") union all (", KINDS) + ")");

  @Inject TenantSql sql;

  List<TimelineLine> before(long clientId, Instant at, int most) {
    var values = new ArrayList<Object>(List.of(clientId, clientId));
    for (int i = 0; i < KINDS.size(); i++) {
      values.addAll(List.of(at, most));
    }
    values.add(most);
    return sql.rows(ALL, Timeline::line, values.toArray());
  }

  private static TimelineLine line(ResultSet r) throws SQLException {
    return new TimelineLine(
        TenantSql.instant(r, "at"),
        r.getString("event"),
        r.getString("person"),
        r.getObject("conversation_id", Long.class),
        r.getString("text"),
        r.getString("detail"),
        r.getInt("messages"),
        r.getObject("reference", Long.class));
  }
}
