package org.tulpar.conversation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads what stands between the words of a conversation: what was done to it, and notes. */
@Repository
class BetweenRows {

  private static final int MOST = 100;

  /** From the first instant (included) to the second (not, or null). */
  private static final String DONE =
      """
      select e.id, e.at, e.type, e.user_id, u.name, e.data ->> 'origin' as origin,
             (e.data ->> 'to')::bigint as to_user, coalesce(w.name, t.name) as to_name, (e.data ->> 'until')::timestamptz as until, e.data ->> 'unsent' as unsent
      from audit_event e
      left join users u on u.organization_id = e.organization_id and u.id = e.user_id
      left join users w on w.organization_id = e.organization_id and w.id = (e.data ->> 'to')::bigint
      left join team t on t.organization_id = e.organization_id and t.id = (e.data ->> 'team')::bigint
      where e.conversation_id = ? and e.type = any (?) and e.at >= ? and e.at < coalesce(?, 'infinity'::timestamptz)
      order by e.id desc limit ?
      """;

  private static final String NOTES =
      """
      select n.id, n.created_at, n.user_id, u.name, n.body,
             (select array_agg(w.name order by w.name) from note_mention m join users w on w.organization_id = m.organization_id and w.id = m.user_id
              where m.organization_id = n.organization_id and m.note_id = n.id) as mentioned
      from conversation_note n join users u on u.organization_id = n.organization_id and u.id = n.user_id
      where n.conversation_id = ? and n.created_at >= ? and n.created_at < coalesce(?, 'infinity'::timestamptz)
      order by n.created_at desc, n.id desc limit ?
      """;

  private static final String[] SHOWN = {
    "conversation.begun",
    "conversation.taken_over",
    "conversation.returned_to_bot",
    "conversation.closed",
    "conversation.reopened",
    "conversation.snoozed",
    "conversation.woken",
    "conversation.assigned",
    "conversation.unassigned",
    "conversation.assignment_undone",
    "conversation.close_undone",
    "conversation.snooze_undone",
    "follow_up.failed"
  };

  @Inject private TenantSql sql;

  List<TranscriptLine.Happened> happened(long conversationId, Instant from, Instant until) {
    return sql.rows(DONE, BetweenRows::done, conversationId, SHOWN, from, until, MOST);
  }

  List<TranscriptLine.Noted> noted(long conversationId, Instant from, Instant until) {
    return sql.rows(NOTES, BetweenRows::note, conversationId, from, until, MOST);
  }

  private static TranscriptLine.Happened done(ResultSet r) throws SQLException {
    return new TranscriptLine.Happened(
        r.getLong("id"),
        TenantSql.instant(r, "at"),
        r.getString("type"),
        r.getObject("user_id", Long.class),
        r.getString("name"),
        r.getString("origin"),
        new TranscriptLine.Towards(
            r.getObject("to_user", Long.class),
            r.getString("to_name"),
            TenantSql.instant(r, "until"),
            r.getString("unsent")));
  }

  private static TranscriptLine.Noted note(ResultSet r) throws SQLException {
    return new TranscriptLine.Noted(
        r.getLong("id"),
        TenantSql.instant(r, "created_at"),
        r.getObject("user_id", Long.class),
        r.getString("name"),
        r.getString("body"),
        TenantSql.texts(r, "mentioned"));
  }
}
