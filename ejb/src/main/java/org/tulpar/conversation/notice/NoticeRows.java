package org.tulpar.conversation.notice;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Looks at single conversations by their ids, and at the heads of the piles. */
@Repository
class NoticeRows {

  /**
   * The last to give a conversation to somebody is found at the end of its own audit rows; one look
   * serves all people.
   */
  private static final String AMONG =
      """
      with c as materialized (
        select c.organization_id, c.id, c.client_id, c.address, c.assignee_id, c.team_id, c.status, c.handler, c.unread, c.waiting_since,
          c.last_client_at, c.last_message_at, c.last_message_author, left(c.last_message_text, 140) as last_message_text,
          a.id as assigned, a.user_id as assigned_by, a.assigned_to
        from conversation c
        left join lateral (
          select e.id, e.user_id, (e.data ->> 'to')::bigint as assigned_to from audit_event e
          where e.organization_id = c.organization_id and e.conversation_id = c.id and e.type = 'conversation.assigned'
            and c.assignee_id is not null and c.status = 'OPEN'
          order by e.id desc limit 1) a on true
        where c.id = any (?))
      select p.user_id, c.id, x.kind, x.key, coalesce(nullif(cl.name, ''), c.address) as client,
        case when c.last_message_author = 'CLIENT' then c.last_message_text end as text
      from c
      join client cl on cl.organization_id = c.organization_id and cl.id = c.client_id
      cross join unnest(?) p(user_id)
      cross join lateral (
        select 'UNSENT' as kind, extract(epoch from max(f.settled_at))::text as key from follow_up f
          where f.organization_id = c.organization_id and f.conversation_id = c.id and f.user_id = p.user_id and f.status = 'FAILED' and f.seen_at is null
          having count(*) > 0
        union all
        select 'MENTIONED', n.note_id::text from note_mention n
          where n.organization_id = c.organization_id and n.user_id = p.user_id and n.conversation_id = c.id and n.seen_at is null
        union all
        select 'ASSIGNED', c.assigned::text
          where c.assignee_id = p.user_id and c.assigned_to = c.assignee_id and c.assigned_by is distinct from c.assignee_id
        union all
        select 'ANSWERED', extract(epoch from c.last_client_at)::text
          where c.assignee_id = p.user_id and c.status = 'OPEN' and c.handler <> 'BOT' and c.unread > 0 and c.last_client_at is not null
        union all
        select 'WAITING', extract(epoch from coalesce(c.waiting_since, c.last_message_at))::text
          where c.assignee_id is null and c.status = 'OPEN' and c.handler = 'WAITING_HUMAN'
            and (c.team_id is null or exists (select from team_member t where t.organization_id = c.organization_id
                 and t.team_id = c.team_id and t.user_id = p.user_id))) x
      """;

  /** Each pile is counted no further than it is read. */
  private static final String COUNT =
      """
      select (select count(*) from (select from conversation where assignee_id = ? and handler <> 'BOT' and status = 'OPEN'
                and unread > 0 limit ?) a)
           + (select count(*) from (select from conversation
                where (handler = 'WAITING_HUMAN' or handler = 'HUMAN' and assignee_id is null and unread > 0) and status = 'OPEN'
                and assignee_id is null limit ?) b)
           + (select count(*) from (select distinct conversation_id from note_mention where user_id = ? and seen_at is null limit ?) c)
      """;

  @Inject private TenantSql sql;

  List<PersonalNotice> among(Long[] ids, Long[] people) {
    return sql.rows(
        AMONG,
        row ->
            new PersonalNotice(
                row.getLong("user_id"),
                new Notice(
                    row.getLong("id"),
                    TenantSql.constant(row, "kind", NoticeKind.class),
                    row.getString("key"),
                    row.getString("client"),
                    row.getString("text"))),
        ids,
        people);
  }

  int count(long userId, int most) {
    return sql.row(COUNT, row -> row.getInt(1), userId, most, most, userId, most).orElseThrow();
  }

  NoticeSettings settings(long userId) {
    return sql.row(
            "select notify_title, notify_sound, notify_browser from users where id = ?",
            row -> new NoticeSettings(row.getBoolean(1), row.getBoolean(2), row.getBoolean(3)),
            userId)
        .orElseThrow();
  }

  void keep(long userId, NoticeSettings settings) {
    sql.change(
        "update users set notify_title = ?, notify_sound = ?, notify_browser = ?, version = version"
            + " + 1 where id = ?",
        settings.title(),
        settings.sound(),
        settings.browser(),
        userId);
  }
}
