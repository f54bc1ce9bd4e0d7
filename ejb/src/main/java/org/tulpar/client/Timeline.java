package org.tulpar.client;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.Facts;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Page;

/**
 * Everything that happened with a client, or with those who work for a company, also under the
 * cards that were merged into theirs, the latest first. A conversation is one line, whatever its
 * length.
 */
@Repository
public class Timeline {

  /**
   * Each kind of thing: when, its number, what, by whom, where, what was written, of what, how many
   * messages, which merge, about whom, what else was kept.
   */
  private static final List<String> KINDS =
      List.of(
          """
          select v.last_message_at, v.id, 'conversation', null, v.id, v.last_message_text, ch.name,
            (select count(*) from (select from message m where m.organization_id = v.organization_id
              and m.conversation_id = v.id limit 1000) x)::int, null::bigint, me.client_id, me.client, null::jsonb
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join channel ch on ch.organization_id = v.organization_id and ch.id = v.channel_id
          """,
          """
          select a.at, a.id, a.type, u.name, a.conversation_id,
            (select d.title from deal d where d.organization_id = a.organization_id and d.id = a.deal_id),
            a.data ->> 'number', 0, (a.data ->> 'merge')::bigint, me.client_id, me.client, a.data
          from me join audit_event a on a.organization_id = me.organization_id and a.client_id = me.id
          left join users u on u.organization_id = a.organization_id and u.id = a.user_id
          where a.type not in ('deal.created', 'deal.stage_changed', 'conversation.noted')
          """,
          """
          select a.at, a.id, a.type, u.name, a.conversation_id, a.data ->> 'reason', null, 0, null::bigint, me.client_id, me.client, null::jsonb
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join audit_event a on a.organization_id = v.organization_id and a.conversation_id = v.id and a.client_id is null
          left join users u on u.organization_id = a.organization_id and u.id = a.user_id
          where a.type not in ('conversation.noted', 'draft.generated', 'draft.approved', 'fact.dismissed', 'fact.restored')
          """,
          """
          select n.created_at, n.id, 'note', u.name, null::bigint, n.body, null, 0, null::bigint, me.client_id, me.client, null::jsonb
          from me join client_note n on n.organization_id = me.organization_id and n.client_id = me.id
          join users u on u.organization_id = n.organization_id and u.id = n.user_id
          """,
          """
          select n.created_at, n.id, 'conversation.note', u.name, n.conversation_id, n.body, null, 0, null::bigint, me.client_id, me.client, null::jsonb
          from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.id
          join conversation_note n on n.organization_id = v.organization_id and n.conversation_id = v.id
          join users u on u.organization_id = n.organization_id and u.id = n.user_id
          """,
          """
          select d.created_at, d.id, 'deal.created',
            (select u.name from deal_stage_change s join users u on u.organization_id = s.organization_id and u.id = s.user_id
              where s.organization_id = d.organization_id and s.deal_id = d.id and s.from_stage_id is null order by s.id limit 1),
            d.conversation_id, d.title, null, 0, null::bigint, me.client_id, me.client, null::jsonb
          from me join deal d on d.organization_id = me.organization_id and d.client_id = me.id
          """,
          """
          select s.at, s.id, 'deal.stage_changed', u.name, d.conversation_id, d.title, t.name, 0, null::bigint, me.client_id, me.client, null::jsonb
          from me join deal d on d.organization_id = me.organization_id and d.client_id = me.id
          join deal_stage_change s on s.organization_id = d.organization_id and s.deal_id = d.id
          join stage t on t.organization_id = s.organization_id and t.id = s.to_stage_id
          left join users u on u.organization_id = s.organization_id and u.id = s.user_id
          """);

  /** Each kind is cut by itself; numbers of two kinds may be the same, those of lines are not. */
  private static final String CUT =
      """
      (select k.*, k.id * 8 + %1$d as line
        from (%2$s) k (at, id, event, person, conversation_id, text, detail, messages, reference, client_id, client, data)
        where (k.at, k.id * 8 + %1$d) < (?, ?) order by k.at desc, k.id desc limit ?)
      """;

  private static final String ALL =
      """
      with card as materialized (select c.organization_id, c.id, coalesce(c.name, '+' || c.phone) as client from client c where %s),
      me as materialized (
        select organization_id, id, id as client_id, client from card
        union all select m.organization_id, m.id, c.id, c.client from card c
        join client m on m.organization_id = c.organization_id and m.merged_into_id = c.id)
      select x.*, %s as facts from (%s) x order by at desc, line desc limit ?
      """;

  static final String OF_CLIENT = all("c.id = ?");

  static final String OF_COMPANY = all("c.company_id = ? and c.merged_into_id is null");

  @Inject TenantSql sql;

  public Page<TimelineLine> ofClient(long clientId, TimelinePlace below) {
    return page(OF_CLIENT, clientId, below);
  }

  public Page<TimelineLine> ofCompany(long companyId, TimelinePlace below) {
    return page(OF_COMPANY, companyId, below);
  }

  static Object[] values(long whose, TimelinePlace below) {
    var values = new ArrayList<Object>(List.of(whose));
    for (int i = 0; i < KINDS.size(); i++) {
      values.addAll(List.of(below.at(), below.line(), Page.SIZE + 1));
    }
    values.add(Page.SIZE + 1);
    return values.toArray();
  }

  private static String all(String whose) {
    return ALL.formatted(
        whose,
        Facts.of("x.data"),
        IntStream.range(0, KINDS.size())
            .mapToObj(i -> CUT.formatted(i, KINDS.get(i)))
            .collect(Collectors.joining(" union all ")));
  }

  private Page<TimelineLine> page(String statement, long whose, TimelinePlace below) {
    return Page.of(
        sql.rows(statement, Timeline::line, values(whose, below)),
        false,
        true,
        line -> line.place().toString());
  }

  private static TimelineLine line(ResultSet r) throws SQLException {
    return new TimelineLine(
        new TimelinePlace(TenantSql.instant(r, "at"), r.getLong("line")),
        r.getString("event"),
        r.getString("person"),
        r.getObject("conversation_id", Long.class),
        r.getString("text"),
        r.getString("detail"),
        r.getInt("messages"),
        r.getObject("reference", Long.class),
        r.getLong("client_id"),
        r.getString("client"),
        Facts.read(r, "facts"));
  }
}
