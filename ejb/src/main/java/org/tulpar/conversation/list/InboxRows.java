package org.tulpar.conversation.list;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;
import org.tulpar.conversation.MessageStatus;
import org.tulpar.conversation.Origin;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/**
 * Reads the inbox. The page is cut first; names, the last message and what else a line shows are
 * joined to the rows of the page only.
 */
@Repository
class InboxRows {

  private static final String ROW =
      """
      select c.id, cl.name as client_name, cl.phone, c.address, ch.type as channel_type, c.status, c.handler,
             c.assignee_id, a.name as assignee, c.unread, c.waiting_since, c.sorted_at,
             m.occurred_at, m.author, m.origin, m.status as message_status, m.kind, m.body, m.user_id, s.name as sender,
             c.channel_id, g.name as team, d.name as stage, w.body as draft, c.snoozed_until, c.last_client_at,
             c.answered_at is not null as answered, %1$s as found,
             exists (select from note_mention n where n.organization_id = c.organization_id and n.user_id = ?
                     and n.conversation_id = c.id and n.seen_at is null) as mentioned
      from (%2$s) c
      join client cl on cl.organization_id = c.organization_id and cl.id = c.client_id
      join channel ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
      left join users a on a.organization_id = c.organization_id and a.id = c.assignee_id
      left join team g on g.organization_id = c.organization_id and g.id = c.team_id
      left join conversation_draft w on w.organization_id = c.organization_id and w.conversation_id = c.id and w.user_id = ? and w.kind = 'REPLY'
      left join lateral (
        select y.name from deal x join stage y on y.organization_id = x.organization_id and y.id = x.stage_id
        where x.organization_id = c.organization_id and x.conversation_id = c.id order by x.id desc limit 1) d on true
      left join lateral (
        select x.occurred_at, x.author, x.origin, x.status, x.kind, left(x.body, 200) as body, x.user_id from message x
        where x.organization_id = c.organization_id and x.conversation_id = c.id and x.author <> 'SYSTEM' and x.kind not in ('REACTION', 'EDIT', 'DELETION')
        order by x.occurred_at desc, x.id desc limit 1) m on true
      left join users s on s.organization_id = c.organization_id and s.id = m.user_id
      order by c.sorted_at %3$s, c.id %3$s
      """;

  /**
   * The text in which the words are, the reader's own language before the message itself and any
   * other language. Behind fences: read along the conversation until the words are found. The
   * indexes of words would be searched once for each row of the page.
   */
  private static final String FOUND =
      """
      (select left(z.text, 400) from (
         select y.id, y.body, y.words, y.deleted_at, y.occurred_at from message y where y.organization_id = c.organization_id
           and y.conversation_id = c.id order by y.occurred_at desc offset 0) x
       cross join lateral (
         select s.text from (
           select x.body as text, x.words, 1 as place
           union all
           (select t.text, t.words, case t.language when (select u.locale from users u where u.id = ?) then 0 else 2 end
            from message_translation t where t.organization_id = c.organization_id and t.message_id = x.id offset 0)) s
         where s.words @@ (%s) order by s.place limit 1) z
       where x.deleted_at is null order by x.occurred_at desc limit 1)""";

  @Inject private TenantSql sql;
  @Inject private DueAnswers due;

  List<InboxRow> page(InboxFilter filter, long userId, Inbox.Position after, int most) {
    var condition = InboxCondition.of(filter, userId, due.of(filter));
    var values = condition.values();
    var direction = condition.descends() ? "desc" : "asc";
    var behind = "";
    if (after != null) {
      behind =
          " and (%s, id) %s (?, ?)".formatted(condition.key(), condition.descends() ? "<" : ">");
      values.addAll(List.of(after.at(), after.id()));
    }
    values.add(most);
    var cut = " order by %s %s, id %s limit ?".formatted(condition.key(), direction, direction);
    return rows(filter, condition, behind + cut, values, userId);
  }

  List<InboxRow> among(InboxFilter filter, long userId, Collection<Long> ids) {
    var condition = InboxCondition.of(filter, userId, due.of(filter));
    var values = condition.values();
    values.add(ids.toArray(Long[]::new));
    return rows(filter, condition, " and id = any (?)", values, userId);
  }

  int count(InboxFilter filter, long userId, int most) {
    var condition = InboxCondition.of(filter, userId, due.of(filter));
    return sql.row(
            "select count(*) from (select from conversation where %s limit %d) x"
                .formatted(condition.sql(), most),
            r -> r.getInt(1),
            condition.values().toArray())
        .orElseThrow();
  }

  /** Whether a search finds more messages than it looks at. */
  boolean cut(InboxFilter filter) {
    var search = MessageSearch.of(filter.search());
    return search.hasWords()
        && sql.row(
                "select count(*) > %d from (%s) x"
                    .formatted(MessageSearch.MOST, search.matches(MessageSearch.MOST + 1)),
                r -> r.getBoolean(1),
                search.matchesValues().toArray())
            .orElseThrow();
  }

  Inbox.Counts counts(long userId) {
    var questions = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (var tab :
        List.of(
            InboxTab.MINE, InboxTab.NEEDS_HUMAN, InboxTab.UNASSIGNED, InboxTab.BOT, InboxTab.ALL)) {
      var condition = InboxCondition.of(InboxFilter.of(tab), userId, DueAnswers.Since.NOBODY);
      questions.add(
          "(select count(*) from (select from conversation where %s limit %d) x)"
              .formatted(condition.sql(), tab == InboxTab.ALL ? Inbox.VERY_MANY : Inbox.MANY));
      values.addAll(condition.values());
    }
    questions.add(
        "(select count(distinct conversation_id) from note_mention where user_id = ? and seen_at is null)");
    values.add(userId);
    return sql.row(
            "select " + String.join(", ", questions),
            r ->
                new Inbox.Counts(
                    r.getInt(1), r.getInt(2), r.getInt(3), r.getInt(4), r.getInt(5), r.getInt(6)),
            values.toArray())
        .orElseThrow();
  }

  private List<InboxRow> rows(
      InboxFilter filter, InboxCondition condition, String rest, List<Object> values, long userId) {
    var search = filter.searches() ? MessageSearch.of(filter.search()) : null;
    var shown = search != null && search.hasWords();
    var all = new ArrayList<Object>();
    if (shown) {
      all.add(userId);
      all.addAll(search.questionValues());
    }
    all.add(userId);
    all.addAll(values);
    all.add(userId);
    var page =
        "select *, %s as sorted_at from conversation where %s%s"
            .formatted(condition.key(), condition.sql(), rest);
    return sql.rows(
        ROW.formatted(
            shown ? FOUND.formatted(search.question()) : "null",
            page,
            condition.descends() ? "desc" : "asc"),
        InboxRows::row,
        all.toArray());
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
        last(r),
        beside(r));
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

  private static InboxRow.Beside beside(ResultSet r) throws SQLException {
    return new InboxRow.Beside(
        r.getObject("channel_id", UUID.class),
        r.getString("team"),
        r.getString("stage"),
        r.getString("draft"),
        TenantSql.instant(r, "snoozed_until"),
        TenantSql.instant(r, "last_client_at"),
        r.getBoolean("answered"),
        r.getBoolean("mentioned"),
        r.getString("found"));
  }
}
