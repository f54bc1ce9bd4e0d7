package org.tulpar.conversation.desk;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.channel.Lane;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * Gives many conversations back what they were before a person's act, as its audit row keeps it;
 * where something has happened since they stay as they are. Every method returns what it changed.
 */
@Repository
class UndoRows {

  /** Only where this person's assigning is the last that was done; the bot answers what it owes. */
  private static final String TAKE_BACK =
      """
      with c as (
        select v.id, a.data -> 'was' as was, v.handler <> a.data -> 'was' ->> 'handler' as other
        from conversation v cross join lateral (
          select x.type, x.user_id, x.data from audit_event x
          where x.organization_id = v.organization_id and x.conversation_id = v.id order by x.id desc limit 1) a
        where v.id = any (?) and v.status <> 'CLOSED' and a.user_id = ?
          and a.type in ('conversation.assigned', 'conversation.unassigned') and a.data -> 'was' is not null
        order by v.id for no key update of v),
      u as (
        update conversation v set handler = c.was ->> 'handler', assignee_id = (c.was ->> 'person')::bigint,
          team_id = (c.was ->> 'team')::bigint, handler_epoch = v.handler_epoch + c.other::int,
          handler_since = case when c.other then now() else v.handler_since end,
          waiting_since = case when v.last_message_author = 'CLIENT' then v.waiting_since else (c.was ->> 'waiting')::timestamptz end,
          version = v.version + 1
        from c where v.id = c.id returning v.id, v.handler, v.last_message_author),
      a as (
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        select current_setting('app.organization_id')::uuid, 'conversation.assignment_undone', ?, u.id, jsonb_build_object('origin', 'CRM') from u),
      t as (
        insert into turn (organization_id, conversation_id, lane, first_at, due_at)
        select current_setting('app.organization_id')::uuid, u.id, ?::smallint, now(), now() from u
        where u.handler = 'BOT' and u.last_message_author = 'CLIENT'
        on conflict (organization_id, conversation_id) do nothing)
      select id from u
      """;

  /**
   * Only what stands as the act left it: whatever is done to a conversation afterwards raises its
   * version. A client who wrote after the end has a newer one, which stays hers. Whose word it was
   * and who has left since has it no more: somebody is called.
   */
  private static final String STAND_AGAIN =
      """
      with c as (
        select v.id, a.data -> 'was' as was, p.id as person, h.handler, v.handler <> h.handler as other
        from conversation v cross join lateral (
          select x.user_id, x.data from audit_event x
          where x.organization_id = v.organization_id and x.conversation_id = v.id and x.type = ? order by x.id desc limit 1) a
        left join users p on p.organization_id = v.organization_id and p.id = (a.data -> 'was' ->> 'person')::bigint and p.active
        cross join lateral (
          select case when a.data -> 'was' ->> 'handler' = 'HUMAN' and a.data -> 'was' ->> 'person' is not null and p.id is null
                      then 'WAITING_HUMAN' else a.data -> 'was' ->> 'handler' end as handler) h
        where v.id = any (?) and a.user_id = ? and (a.data ->> 'version')::int = v.version
          and (v.status <> 'CLOSED' or not exists (
              select from conversation n where n.organization_id = v.organization_id and n.client_id = v.client_id
                and n.channel_id = v.channel_id and n.status <> 'CLOSED')
            and not exists (
              select from conversation n where n.organization_id = v.organization_id and n.client_id = v.client_id
                and n.channel_id = v.channel_id and n.status = 'CLOSED' and n.id > v.id))
        order by v.id for no key update of v),
      u as (
        update conversation v set status = c.was ->> 'status', snoozed_until = (c.was ->> 'until')::timestamptz,
          unread = (c.was ->> 'unread')::int,
          waiting_since = coalesce((c.was ->> 'waiting')::timestamptz, case when c.handler <> c.was ->> 'handler' then now() end),
          handler = c.handler, handler_epoch = v.handler_epoch + c.other::int,
          handler_since = (c.was ->> 'since')::timestamptz, assignee_id = c.person, version = v.version + 1
        from c where v.id = c.id returning v.id, v.snoozed_until),
      a as (
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        select current_setting('app.organization_id')::uuid, ?, ?, u.id, jsonb_build_object('origin', 'CRM') from u),
      s as (
        insert into snooze (organization_id, conversation_id, until)
        select current_setting('app.organization_id')::uuid, u.id, u.snoozed_until from u where u.snoozed_until is not null order by u.id
        on conflict (organization_id, conversation_id) do update set until = excluded.until)
      select id from u
      """;

  @Inject private TenantSql sql;

  List<Long> takeBack(Long[] ids, long userId) {
    return changed(TAKE_BACK, ids, userId, userId, (int) Lane.of(TenantScope.required()));
  }

  List<Long> unclose(Long[] ids, long userId) {
    return standAgain("conversation.closed", ids, userId, "conversation.close_undone");
  }

  List<Long> unsnooze(Long[] ids, long userId) {
    return standAgain("conversation.snoozed", ids, userId, "conversation.snooze_undone");
  }

  private List<Long> standAgain(String done, Long[] ids, long userId, String undone) {
    return changed(STAND_AGAIN, done, ids, userId, undone, userId);
  }

  private List<Long> changed(String statement, Object... values) {
    return sql.rows(statement, row -> row.getLong(1), values);
  }
}
