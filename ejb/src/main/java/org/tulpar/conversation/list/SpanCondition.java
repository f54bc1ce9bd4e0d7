package org.tulpar.conversation.list;

import java.util.List;

/** What became of a conversation, asked of its counted days. */
final class SpanCondition {

  private static final String DAYS =
      " from conversation_day d where d.organization_id = conversation.organization_id"
          + " and d.conversation_id = conversation.id and d.day >= ? and d.day <= ?";

  private static final String ANSWERS =
      " and exists (select from human_answer a where a.organization_id ="
          + " conversation.organization_id and a.conversation_id = conversation.id and a.day >= ?"
          + " and a.day <= ?";

  private static final String WROTE =
      " and exists (select from person_day p where p.organization_id ="
          + " conversation.organization_id and p.conversation_id = conversation.id and p.day >= ?"
          + " and p.day <= ?";

  private SpanCondition() {}

  /** As the end of a where clause; its values follow those before. */
  static String of(InboxSpan span, List<Object> values) {
    values.addAll(List.of(span.from(), span.from(), span.to()));
    // What was spoken in since: one day before, whatever the time zone.
    return " and last_message_at >= (cast(? as date) - 1)::timestamptz"
        + switch (span.outcome()) {
          case ASKED -> " and exists (select" + DAYS + " and d.client_messages > 0)";
          case BOT_WROTE -> " and exists (select" + DAYS + " and d.bot_messages > 0)";
          case PERSON_WROTE -> WROTE + writer(span.by(), values) + ")";
          case BOT_ALONE ->
              " and (select sum(d.client_messages) > 0 and sum(d.bot_messages) > 0 and"
                  + " sum(d.manager_messages) = 0 and count(d.handed_over) = 0"
                  + DAYS
                  + ")";
          case HANDED_OVER ->
              " and exists (select"
                  + DAYS
                  + (span.reason() == null
                      ? " and d.handed_over is not null)"
                      : and(" and d.handed_over = ?)", span.reason(), values));
          case ANSWERED -> ANSWERS + person(span.by(), values) + ")";
        };
  }

  private static String writer(Long by, List<Object> values) {
    return by == null ? "" : and(" and p.user_id = ?", by, values);
  }

  private static String person(Long by, List<Object> values) {
    if (by == null) {
      return "";
    }
    return by == 0 ? " and a.user_id is null" : and(" and a.user_id = ?", by, values);
  }

  private static String and(String condition, Object value, List<Object> values) {
    values.add(value);
    return condition;
  }
}
