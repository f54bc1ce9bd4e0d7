package org.tulpar.conversation.list;

import java.util.ArrayList;
import java.util.List;

/** A filter of the inbox as a condition on rows of the table conversation, with its values. */
public final class InboxCondition {

  /** As in the index conversation_needs_human, word for word, or it is not used. */
  private static final String NEEDS_HUMAN =
      "(handler = 'WAITING_HUMAN' or handler = 'HUMAN' and assignee_id is null and unread > 0)"
          + " and status = 'OPEN'";

  /** Behind everybody who waits stand those who do not, the latest first: time is mirrored. */
  private static final String WAITING_FIRST =
      "coalesce(waiting_since, timestamptz '2200-01-01' + (timestamptz '2200-01-01' - last_message_at))";

  /** As in the index conversation_needs_human. */
  private static final String WAITING = "coalesce(waiting_since, last_message_at)";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private final InboxFilter filter;
  private final DueAnswers.Since due;

  private InboxCondition(InboxFilter filter, DueAnswers.Since due) {
    this.filter = filter;
    this.due = due;
  }

  /**
   * @param due as {@link DueAnswers} tells it of this filter
   */
  public static InboxCondition of(InboxFilter filter, long userId, DueAnswers.Since due) {
    var condition = new InboxCondition(filter, due);
    condition.tab(userId);
    condition.whose();
    condition.client();
    if (filter.state() != null) {
      condition.state(filter.state(), userId);
    }
    if (filter.span() != null) {
      condition.sql.append(SpanCondition.of(filter.span(), condition.values));
    }
    if (filter.searches()) {
      var search = MessageSearch.of(filter.search());
      condition.sql.append(" and ").append(search.sql());
      condition.values.addAll(search.values());
    }
    return condition;
  }

  public String sql() {
    return sql.toString();
  }

  public List<Object> values() {
    return new ArrayList<>(values);
  }

  /** What the rows are sorted by. */
  String key() {
    return switch (filter.order()) {
      case LATEST -> "last_message_at";
      case WAITING -> filter.tab() == InboxTab.NEEDS_HUMAN ? WAITING : WAITING_FIRST;
    };
  }

  boolean descends() {
    return filter.order() == InboxSort.LATEST;
  }

  /** What is snoozed or closed lies on no pile of work, unless it is asked for. */
  private void tab(long userId) {
    var elsewhere = filter.state() == InboxState.SNOOZED || filter.state() == InboxState.CLOSED;
    switch (filter.tab()) {
      case MINE -> {
        sql.append(
            elsewhere
                ? "assignee_id = ?"
                : "assignee_id = ? and handler <> 'BOT' and status = 'OPEN'");
        values.add(userId);
      }
      case NEEDS_HUMAN -> sql.append(elsewhere ? "waiting_since is not null" : NEEDS_HUMAN);
      case UNASSIGNED ->
          sql.append("assignee_id is null and handler <> 'BOT'")
              .append(elsewhere ? "" : " and status = 'OPEN'");
      case BOT -> sql.append("handler = 'BOT'").append(elsewhere ? "" : " and status = 'OPEN'");
      case ALL -> sql.append("true");
    }
  }

  private void whose() {
    and("channel_id = ?", filter.channelId());
    and("assignee_id = ?", filter.managerId());
    and("team_id = ?", filter.teamId());
  }

  private void client() {
    and(
        "exists (select from deal d where d.organization_id = conversation.organization_id"
            + " and d.conversation_id = conversation.id and d.stage_id = ?)",
        filter.stageId());
    and(
        "exists (select from client_tag t where t.organization_id = conversation.organization_id"
            + " and t.client_id = conversation.client_id and t.tag_id = ?)",
        filter.tagId());
    and(
        "exists (select from client l where l.organization_id = conversation.organization_id"
            + " and l.id = conversation.client_id and l.language = ?)",
        filter.language());
  }

  private void state(InboxState state, long userId) {
    switch (state) {
      case UNREAD -> sql.append(" and unread > 0");
      case FAILED ->
          sql.append(
              " and id = any (array(select d.conversation_id from dead_letter d where d.settlement"
                  + " is null order by d.id desc limit 1000))");
      case DUE -> {
        sql.append(
            " and status = 'OPEN' and waiting_since is not null and exists (select from unnest(?::uuid[], ?::timestamptz[],"
                + " ?::timestamptz[]) p (channel, first, next) where p.channel = conversation.channel_id and"
                + " conversation.waiting_since <= case when conversation.answered_at is null then p.first else p.next end)");
        values.addAll(due.values());
      }
      case CLOSING -> {
        sql.append(
            " and status <> 'CLOSED' and last_client_at > now() - interval '24 hours' and last_client_at < now() - interval '20"
                + " hours' and exists (select from channel h where h.organization_id ="
                + " conversation.organization_id and h.id = conversation.channel_id and h.type = any"
                + " (?))");
        values.add(Windows.types());
      }
      case SNOOZED -> sql.append(" and status = 'SNOOZED'");
      case CLOSED -> sql.append(" and status = 'CLOSED'");
      case MENTIONED -> {
        sql.append(
            " and id = any (array(select n.conversation_id from note_mention n where n.user_id = ?"
                + " and n.seen_at is null))");
        values.add(userId);
      }
    }
  }

  private void and(String condition, Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.add(value);
    }
  }
}
