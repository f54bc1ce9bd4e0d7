package org.tulpar.conversation.draft;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Keeps drafts; a conversation that the organization does not have takes none. */
@Stateless
public class Drafts {

  private static final int LONGEST = 8192;

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    Map<DraftKind, String> of(long conversation, long userId) {
      var drafts = new EnumMap<DraftKind, String>(DraftKind.class);
      sql.rows(
          "select kind, body from conversation_draft where conversation_id = ? and user_id = ?",
          r -> drafts.put(TenantSql.constant(r, "kind", DraftKind.class), r.getString("body")),
          conversation,
          userId);
      return drafts;
    }

    /** False when there is another draft than the known one, or no such conversation. */
    boolean put(long conversation, long userId, DraftKind kind, String body, String known) {
      return sql.change(
              """
              insert into conversation_draft (organization_id, conversation_id, user_id, kind, body, updated_at)
              select ?, c.id, ?, ?, ?, now() from conversation c where c.id = ?
              on conflict (organization_id, conversation_id, user_id, kind) do update set body = excluded.body, updated_at = excluded.updated_at
              where conversation_draft.body in (?, excluded.body)
              """,
              TenantScope.required().value(),
              userId,
              kind,
              body,
              conversation,
              known)
          == 1;
    }

    Optional<String> body(long conversation, long userId, DraftKind kind) {
      return sql.row(
          "select body from conversation_draft where conversation_id = ? and user_id = ? and kind ="
              + " ?",
          r -> r.getString("body"),
          conversation,
          userId,
          kind);
    }

    void drop(long conversation, long userId, DraftKind kind, String body) {
      sql.change(
          "delete from conversation_draft where conversation_id = ? and user_id = ? and kind = ?"
              + " and body = ?",
          conversation,
          userId,
          kind,
          body);
    }
  }

  @Inject Rows rows;

  /** What there is; most often nothing. */
  public Map<DraftKind, String> of(long conversation, long userId) {
    return rows.of(conversation, userId);
  }

  /**
   * Blank is none; what is longer than any message is cut. Nothing is kept over a draft that was
   * typed elsewhere meanwhile, in another tab or on another device; one that is gone is in nobody's
   * way.
   *
   * @param known the draft as the one who types knows it; blank for none
   * @return the draft that was typed elsewhere; empty when this one is kept
   */
  public Optional<String> keep(
      long conversation, long userId, DraftKind kind, String typed, String known) {
    var body = storable(typed);
    if (body.isBlank()) {
      rows.drop(conversation, userId, kind, storable(known));
      return rows.body(conversation, userId, kind);
    }
    return rows.put(conversation, userId, kind, body, storable(known))
        ? Optional.empty()
        : rows.body(conversation, userId, kind);
  }

  /**
   * What became of this draft was sent. One that was typed elsewhere meanwhile, in another tab or
   * on another device, stays.
   *
   * @param typed the draft as the sender knew it
   */
  public void settle(long conversation, long userId, DraftKind kind, String typed) {
    rows.drop(conversation, userId, kind, storable(typed));
  }

  private static String storable(String typed) {
    var body = typed == null ? "" : typed.replace("\u0000", "");
    return body.substring(0, Math.min(LONGEST, body.length()));
  }
}
