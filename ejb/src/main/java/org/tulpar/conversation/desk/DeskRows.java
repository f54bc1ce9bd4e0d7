package org.tulpar.conversation.desk;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * Changes many conversations in one statement, each with its audit row; locked in the order of
 * their ids, as everybody locks them. Every method returns what it changed.
 */
@Repository
class DeskRows {

  /** The statement: which, how, what the audit row says beside who and where. */
  private static final String CHANGE =
      """
      with c as (select id, status, snoozed_until, unread, handler, handler_since, assignee_id, team_id, waiting_since
        from conversation where id = any (?) and %s order by id for no key update),
      u as (update conversation v set %s, version = v.version + 1 from c where v.id = c.id returning v.id, v.version),
      a as (insert into audit_event (organization_id, type, user_id, conversation_id, data)
        select current_setting('app.organization_id')::uuid, ?, ?, u.id, jsonb_build_object('origin', 'CRM') || %s from u join c on c.id = u.id)
      select id from u
      """;

  /** Who was to answer before, for whoever takes it back. */
  private static final String WAS =
      """
      jsonb_build_object('was', jsonb_build_object('handler', c.handler, 'person', c.assignee_id, 'team', c.team_id, 'waiting', c.waiting_since))""";

  /** How it stood before and which state that made: only from this one it is undone. */
  private static final String STOOD =
      """
      jsonb_build_object('version', u.version, 'was', jsonb_build_object('status', c.status, 'until', c.snoozed_until, 'unread', c.unread,
        'waiting', c.waiting_since, 'handler', c.handler, 'since', c.handler_since, 'person', c.assignee_id))""";

  private static final String NOTHING_ELSE = "'{}'::jsonb";

  /** A person instead of the bot: what the bot still had to say is fenced off. */
  private static final String FROM_BOT =
      """
      handler_epoch = v.handler_epoch + (v.handler = 'BOT')::int,
      handler_since = case v.handler when 'BOT' then now() else v.handler_since end,
      """;

  @Inject private TenantSql sql;

  List<Long> snooze(Long[] ids, Instant until, long userId) {
    var snoozed =
        changed(
            CHANGE.formatted(
                "status <> 'CLOSED'",
                "status = 'SNOOZED', snoozed_until = ?, unread = 0, waiting_since = null",
                "jsonb_build_object('until', ?::timestamptz) || " + STOOD),
            ids,
            until,
            "conversation.snoozed",
            userId,
            until);
    sql.change(
        """
        insert into snooze (organization_id, conversation_id, until) select ?, id, ? from unnest(?) id order by id
        on conflict (organization_id, conversation_id) do update set until = excluded.until
        """,
        TenantScope.required().value(),
        until,
        snoozed.toArray(Long[]::new));
    return snoozed;
  }

  /** A closed one stays closed where the client has a newer one in the channel. */
  List<Long> reopen(Long[] ids, long userId) {
    return changed(
        CHANGE.formatted(
            """
            status <> 'OPEN' and (status = 'SNOOZED' or id = (
              select max(n.id) from conversation n where n.organization_id = conversation.organization_id
                and n.client_id = conversation.client_id and n.channel_id = conversation.channel_id))""",
            "status = 'OPEN', snoozed_until = null",
            NOTHING_ELSE),
        ids,
        "conversation.reopened",
        userId);
  }

  List<Long> close(Long[] ids, long userId) {
    var back =
        """
        (select coalesce(h.return_policy, o.return_policy) = 'ON_CLOSE' from channel h
         join organization o on o.organization_id = h.organization_id where h.id = v.channel_id) and v.handler <> 'BOT'""";
    return changed(
        CHANGE.formatted(
            "status <> 'CLOSED'",
            """
            status = 'CLOSED', unread = 0, waiting_since = null, snoozed_until = null, typing_at = null, typing_user_id = null,
            handler_epoch = v.handler_epoch + (%1$s)::int, handler_since = case when %1$s then now() else v.handler_since end,
            assignee_id = case when %1$s then null else v.assignee_id end, handler = case when %1$s then 'BOT' else v.handler end"""
                .formatted(back),
            STOOD),
        ids,
        "conversation.closed",
        userId);
  }

  List<Long> assign(Long[] ids, long person, long userId) {
    return changed(
        CHANGE.formatted(
            "status <> 'CLOSED' and assignee_id is distinct from ?",
            FROM_BOT
                + """
                assignee_id = ?, human_at = case v.handler when 'BOT' then now() else v.human_at end,
                handler = case v.handler when 'BOT' then 'HUMAN' else v.handler end""",
            "jsonb_build_object('to', ?::bigint) || " + WAS),
        ids,
        person,
        person,
        "conversation.assigned",
        userId,
        person);
  }

  /** Nobody of the team has the word yet: the client waits for one. */
  List<Long> assignTeam(Long[] ids, long team, long userId) {
    return changed(
        CHANGE.formatted(
            "status <> 'CLOSED' and (assignee_id is not null or team_id is distinct from ?)",
            FROM_BOT
                + """
                team_id = ?, assignee_id = null, handler = 'WAITING_HUMAN', waiting_since = coalesce(v.waiting_since, now())""",
            "jsonb_build_object('team', ?::bigint) || " + WAS),
        ids,
        team,
        team,
        "conversation.assigned",
        userId,
        team);
  }

  List<Long> unassign(Long[] ids, long userId) {
    return unassign(ids, userId, WAS);
  }

  /** The same for who is switched off, whose name stays with it. */
  List<Long> leave(Long[] ids, long userId) {
    return unassign(ids, userId, WAS + " || jsonb_build_object('left', c.assignee_id)");
  }

  private List<Long> unassign(Long[] ids, long userId, String told) {
    return changed(
        CHANGE.formatted(
            "status <> 'CLOSED' and handler <> 'BOT' and (assignee_id is not null or team_id is not null)",
            """
            assignee_id = null, team_id = null, handler = 'WAITING_HUMAN',
            waiting_since = case when v.last_message_author = 'CLIENT' then coalesce(v.waiting_since, now()) else v.waiting_since end""",
            told),
        ids,
        "conversation.unassigned",
        userId);
  }

  /** Of the conversations that a person answers, those behind an id. */
  List<Long> inHand(long person, long after, int most) {
    return changed(
        "select id from conversation where assignee_id = ? and status <> 'CLOSED' and handler <> 'BOT'"
            + " and id > ? order by id limit ?",
        person,
        after,
        most);
  }

  /** What a person left when somebody switched them off last, those behind an id. */
  List<Long> left(long person, long by, long after, int most) {
    return changed(
        """
        with o as (select at from audit_event where area = 'PEOPLE' and type = 'user.switched_off' and user_id = ?
          and data ->> 'person' = ?::bigint::text order by at desc, id desc limit 1)
        select distinct a.conversation_id from audit_event a join o on a.at >= o.at
        where a.user_id = ? and a.type = 'conversation.unassigned' and a.data ->> 'left' = ?::bigint::text and a.conversation_id > ?
        order by a.conversation_id limit ?
        """,
        by,
        person,
        by,
        person,
        after,
        most);
  }

  List<Long> tag(Long[] ids, String name, long userId) {
    return changed(
        """
        with c as (select id, client_id from conversation where id = any (?)),
        t as (select id from tag where lower(name) = lower(?)),
        p as (insert into client_tag (organization_id, client_id, tag_id)
          select distinct current_setting('app.organization_id')::uuid, c.client_id, t.id from c, t on conflict do nothing
          returning client_id),
        a as (insert into audit_event (organization_id, type, user_id, client_id, data)
          select current_setting('app.organization_id')::uuid, 'client.tagged', ?, p.client_id, jsonb_build_object('tag', ?::text) from p)
        select c.id from c where c.client_id in (select client_id from p)
        """,
        ids,
        name,
        userId,
        name);
  }

  List<Long> untag(Long[] ids, String name, long userId) {
    return changed(
        """
        with c as (select id, client_id from conversation where id = any (?)),
        p as (delete from client_tag x using tag t where t.organization_id = x.organization_id and t.id = x.tag_id
          and lower(t.name) = lower(?) and x.client_id in (select client_id from c) returning x.client_id),
        a as (insert into audit_event (organization_id, type, user_id, client_id, data)
          select current_setting('app.organization_id')::uuid, 'client.untagged', ?, p.client_id, jsonb_build_object('tag', ?::text) from p)
        select c.id from c where c.client_id in (select client_id from p)
        """,
        ids,
        name,
        userId,
        name);
  }

  List<Long> clients(Long[] ids) {
    return changed("select distinct client_id from conversation where id = any (?)", (Object) ids);
  }

  /** The latest conversations with these clients. */
  List<Long> ofClients(Long[] clients, int most) {
    return changed(
        "select id from conversation where client_id = any (?) order by last_message_at desc limit"
            + " ?",
        clients,
        most);
  }

  List<Long> wakeDue(int most) {
    return changed("select wake_snoozed(?)", most);
  }

  /** Whether somebody of the organization answers clients, and is not switched off. */
  boolean answers(long userId) {
    return sql.row("select 1 from users where id = ? and active", r -> true, userId).isPresent();
  }

  boolean isTeam(long team) {
    return sql.row("select 1 from team where id = ?", r -> true, team).isPresent();
  }

  private List<Long> changed(String statement, Object... values) {
    return sql.rows(statement, row -> row.getLong(1), values);
  }
}
