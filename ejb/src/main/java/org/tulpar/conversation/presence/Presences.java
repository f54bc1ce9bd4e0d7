package org.tulpar.conversation.presence;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.draft.DraftKind;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Hears who is where, and tells the others when that changes. */
@Stateless
public class Presences {

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    /** What this person did here a moment ago: "-" for nothing, else what she typed. */
    String before(long conversation, long userId) {
      return sql.row(
              """
              select case when typing_at > now() - interval '8 seconds' then typing else '' end from presence
              where conversation_id = ? and user_id = ? and seen_at > now() - interval '30 seconds'
              """,
              r -> r.getString(1),
              conversation,
              userId)
          .orElse("-");
    }

    void put(long conversation, long userId, DraftKind typing) {
      sql.change(
          """
          insert into presence (organization_id, user_id, conversation_id, seen_at, typing_at, typing)
          select ?, ?, c.id, now(), case when ?::text is null then null else now() end, ? from conversation c where c.id = ?
          on conflict (organization_id, user_id, conversation_id)
            do update set seen_at = excluded.seen_at, typing_at = excluded.typing_at, typing = excluded.typing
          """,
          TenantScope.required().value(),
          userId,
          typing,
          typing,
          conversation);
    }

    void forget(long userId) {
      sql.change(
          "delete from presence where user_id = ? and seen_at < now() - interval '1 minute'",
          userId);
    }

    List<Present> others(long conversation, long userId) {
      return sql.rows(
          """
          select u.id, u.name, case when p.typing_at > now() - interval '8 seconds' then p.typing end as typing
          from presence p join users u on u.organization_id = p.organization_id and u.id = p.user_id
          where p.conversation_id = ? and p.user_id <> ? and p.seen_at > now() - interval '30 seconds'
          order by lower(u.name), u.id limit 20
          """,
          r ->
              new Present(
                  r.getLong("id"),
                  r.getString("name"),
                  TenantSql.constant(r, "typing", DraftKind.class)),
          conversation,
          userId);
    }
  }

  @Inject Rows rows;
  @Inject AfterCommit afterCommit;

  /**
   * A person is here, and types or does not; returns who else is. The others hear of it only when
   * something about her has changed.
   *
   * @param typing null when she types nothing
   */
  public List<Present> beat(long conversation, long userId, DraftKind typing) {
    var before = rows.before(conversation, userId);
    rows.put(conversation, userId, typing);
    rows.forget(userId);
    var others = rows.others(conversation, userId);
    if (!others.isEmpty() && !before.equals(typing == null ? "" : typing.name())) {
      afterCommit.tell(conversation);
    }
    return others;
  }

  /** Who else looks at the conversation. */
  public List<Present> others(long conversation, long userId) {
    return rows.others(conversation, userId);
  }
}
