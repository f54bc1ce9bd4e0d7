package org.tulpar.deal;

import java.util.List;
import java.util.Set;
import org.tulpar.conversation.list.DueAnswers;
import org.tulpar.conversation.list.InboxCondition;

/** A filter as the end of a where clause about {@code deal d}; its values follow those before. */
final class FilterSql {

  private static final Set<String> OF_DIALOGUE = Set.of("channel", "manager", "team", "state");

  /** The end of a look-up: without it the planner may begin with all rows of the other table. */
  private static final String DEAL_BY_DEAL = " offset 0)";

  private FilterSql() {}

  static String under(DealFilter filter, DueAnswers.Since due, List<Object> values) {
    var where = new StringBuilder(whose("d.owner_id", "null", filter, values));
    if (filter.rotten()) {
      where.append(
          " and d.stage_since < now() - (select make_interval(days => z.rotten_days) from stage z"
              + " where z.organization_id = d.organization_id and z.id = d.stage_id)");
    }
    if (filter.overdue()) {
      where.append(
          " and d.next_step_at < now() and exists (select from stage z where z.organization_id ="
              + " d.organization_id and z.id = d.stage_id and z.kind = 'OPEN')");
    }
    where.append(dialogue(filter, due, values)).append(client(filter, values));
    if (filter.text() != null) {
      where.append(text(filter.text(), values));
    }
    if (filter.span() != null) {
      where.append(span(filter.span(), values));
    }
    return where.toString();
  }

  /** Days of the organization, as moments: an index on the column is searched. */
  static String days(String column, DealFilter.Span span, List<Object> values) {
    values.add(span.from());
    values.add(span.to());
    var zone = "at time zone (select o.time_zone from organization o)";
    return (" and %1$s >= cast(? as date)::timestamp %2$s"
            + " and %1$s < (cast(? as date) + 1)::timestamp %2$s")
        .formatted(column, zone);
  }

  private static String span(DealFilter.Span span, List<Object> values) {
    var days =
        switch (span.became()) {
          case MADE -> days("d.created_at", span, values);
          case WON -> days("d.closed_at", span, values) + ended("WON");
          case LOST -> days("d.closed_at", span, values) + ended("LOST") + reason(span, values);
        };
    return days + (span.reached() == null ? "" : reached(span, values));
  }

  private static String ended(String kind) {
    return " and exists (select from stage g where g.organization_id = d.organization_id and g.id ="
        + " d.stage_id and g.kind = '%s')".formatted(kind);
  }

  private static String reason(DealFilter.Span span, List<Object> values) {
    if (span.reasonId() == null) {
      return "";
    }
    values.add(span.reasonId());
    return " and coalesce(d.lost_reason_id, 0) = ?";
  }

  private static String reached(DealFilter.Span span, List<Object> values) {
    values.add(span.reached());
    return " and exists (select from stage w join stage g on g.organization_id ="
        + " w.organization_id and g.pipeline_id = w.pipeline_id and g.kind <> 'LOST' and"
        + " (g.position, g.id) >= (w.position, w.id) join deal_stage_change h on h.organization_id"
        + " = g.organization_id and h.to_stage_id = g.id where w.organization_id ="
        + " d.organization_id and w.id = ? and h.deal_id = d.id)";
  }

  /**
   * The owners alone.
   *
   * @param nobody what stands where there is none
   */
  static String whose(String column, String nobody, DealFilter filter, List<Object> values) {
    if (filter.ownerId() != null) {
      values.add(filter.ownerId());
      return " and " + column + " = ?";
    }
    var free = column + ("null".equals(nobody) ? " is " : " = ") + nobody;
    return switch (filter.whose()) {
      case ALL -> "";
      case FREE -> " and " + free;
      case MINE -> mine(filter, values, " and " + column + " = ?");
      case MINE_AND_FREE -> mine(filter, values, " and (" + column + " = ? or " + free + ")");
    };
  }

  private static String mine(DealFilter filter, List<Object> values, String condition) {
    values.add(filter.userId());
    return condition;
  }

  private static String dialogue(DealFilter filter, DueAnswers.Since due, List<Object> values) {
    var dialogue = filter.dialogue().only(OF_DIALOGUE);
    if (!dialogue.isNarrow() && !filter.unread()) {
      return "";
    }
    var condition = InboxCondition.of(dialogue, filter.userId(), due);
    values.addAll(condition.values());
    return " and exists (select from conversation where conversation.organization_id ="
        + " d.organization_id and conversation.id = d.conversation_id and "
        + condition.sql()
        + (filter.unread() ? " and unread > 0" : "")
        + DEAL_BY_DEAL;
  }

  /** Of the client herself: a deal need not have a conversation. */
  private static String client(DealFilter filter, List<Object> values) {
    var condition = "";
    if (filter.dialogue().tagId() != null) {
      values.add(filter.dialogue().tagId());
      condition +=
          " and exists (select from client_tag t where t.organization_id = d.organization_id"
              + " and t.client_id = d.client_id and t.tag_id = ?)";
    }
    if (filter.dialogue().language() != null) {
      values.add(filter.dialogue().language());
      condition +=
          " and exists (select from client l where l.organization_id = d.organization_id"
              + " and l.id = d.client_id and l.language = ?"
              + DEAL_BY_DEAL;
    }
    return condition;
  }

  private static String text(String text, List<Object> values) {
    values.add(text);
    values.add(text);
    values.add(text);
    return " and (position(lower(?) in lower(d.title)) > 0 or exists (select from client k"
        + " where k.organization_id = d.organization_id and k.id = d.client_id"
        + " and (position(lower(?) in lower(coalesce(k.name, ''))) > 0"
        + " or starts_with(k.phone, ltrim(?, '+')))))";
  }
}
