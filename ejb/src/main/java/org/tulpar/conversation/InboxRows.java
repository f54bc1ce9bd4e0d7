package org.tulpar.conversation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/**
 * Reads the inbox. The page is cut from an index first; names and the last message are joined to
 * the rows of the page only.
 */
@Repository
class InboxRows {

  /** As in the index conversation_needs_human, word for word, or it is not used. */
  private static final String NEEDS_HUMAN =
      "(handler = 'WAITING_HUMAN' or handler = 'HUMAN' and assignee_id is null and unread > 0)"
          + " and status <> 'CLOSED'";

  private static final String ROW =
      """
      select c.id, cl.name as client_name, cl.phone, c.address, ch.type as channel_type, c.status, c.handler,
             c.assignee_id, a.name as assignee, c.unread, c.waiting_since, c.sorted_at,
             m.occurred_at, m.author, m.origin, m.status as message_status, m.kind, m.body, m.user_id, s.name as sender
      from (%s) c
      join client cl on cl.organization_id = c.organization_id and cl.id = c.client_id
      join channel ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
      left join users a on a.organization_id = c.organization_id and a.id = c.assignee_id
      left join lateral (
        select x.occurred_at, x.author, x.origin, x.status, x.kind, left(x.body, 200) as body, x.user_id from message x
        where x.organization_id = c.organization_id and x.conversation_id = c.id and x.author <> 'SYSTEM' and x.kind <> 'REACTION'
        order by x.occurred_at desc, x.id desc limit 1) m on true
      left join users s on s.organization_id = c.organization_id and s.id = m.user_id
      order by c.sorted_at %s, c.id %s
      """;

  @Inject private TenantSql sql;

  List<InboxRow> page(InboxTab tab, long userId, Inbox.Position after, int most) {
    var values = mine(tab, userId);
    var behind = "";
    if (after != null) {
      behind = " and (%s, id) %s (?, ?)".formatted(key(tab), direction(tab, "<", ">"));
      values.addAll(List.of(after.at(), after.id()));
    }
    values.add(most);
    var cut = " order by %s %s, id %s limit ?".formatted(key(tab), order(tab), order(tab));
    return rows(tab, behind + cut, values);
  }

  List<InboxRow> among(InboxTab tab, long userId, Collection<Long> ids) {
    var values = mine(tab, userId);
    values.add(ids.toArray(Long[]::new));
    return rows(tab, " and id = any (?)", values);
  }

  Inbox.Counts counts(long userId, int most) {
    var one = "(select count(*) from (select from conversation where %s limit %d) x)";
    var question =
        "select %s as mine, %s as needs_human, %s as bot"
            .formatted(
                one.formatted(condition(InboxTab.MINE), most),
                one.formatted(condition(InboxTab.NEEDS_HUMAN), most),
                one.formatted(condition(InboxTab.BOT), most));
    return sql.row(question, r -> new Inbox.Counts(r.getInt(1), r.getInt(2), r.getInt(3)), userId)
        .orElseThrow();
  }

  private List<InboxRow> rows(InboxTab tab, String rest, List<Object> values) {
    var page =
        "select *, %s as sorted_at from conversation where %s%s"
            .formatted(key(tab), condition(tab), rest);
    return sql.rows(ROW.formatted(page, order(tab), order(tab)), InboxRows::row, values.toArray());
  }

  private static List<Object> mine(InboxTab tab, long userId) {
    return new ArrayList<>(tab == InboxTab.MINE ? Arrays.asList(userId) : List.of());
  }

  private static String condition(InboxTab tab) {
    return switch (tab) {
      case MINE -> "assignee_id = ? and handler = 'HUMAN' and status <> 'CLOSED'";
      case NEEDS_HUMAN -> NEEDS_HUMAN;
      case BOT -> "handler = 'BOT' and status <> 'CLOSED'";
      case ALL -> "true";
    };
  }

  private static String key(InboxTab tab) {
    return tab == InboxTab.NEEDS_HUMAN
        ? "coalesce(waiting_since, last_message_at)"
        : "last_message_at";
  }

  private static String order(InboxTab tab) {
    return direction(tab, "desc", "asc");
  }

  private static String direction(InboxTab tab, String latestFirst, String longestFirst) {
    return tab == InboxTab.NEEDS_HUMAN ? longestFirst : latestFirst;
  }

  private static InboxRow row(ResultSet r) throws SQLException {
    return new InboxRow(
        r.getLong("id"),
        r.getString("client_name"),
        r.getString("phone"),
        r.getString("address"),
        TenantSql.constant(r, "channel_type", ChannelType.class),
        TenantSql.constant(r, "status", ConversationStatus.class),
        TenantSql.constant(r, "handler", Handler.class),
        r.getObject("assignee_id", Long.class),
        r.getString("assignee"),
        r.getInt("unread"),
        TenantSql.instant(r, "waiting_since"),
        TenantSql.instant(r, "sorted_at"),
        last(r));
  }

  private static InboxRow.Last last(ResultSet r) throws SQLException {
    Instant at = TenantSql.instant(r, "occurred_at");
    return at == null
        ? null
        : new InboxRow.Last(
            at,
            TenantSql.constant(r, "author", Author.class),
            TenantSql.constant(r, "origin", Origin.class),
            TenantSql.constant(r, "message_status", MessageStatus.class),
            r.getString("kind"),
            r.getString("body"),
            r.getObject("user_id", Long.class),
            r.getString("sender"));
  }
}
