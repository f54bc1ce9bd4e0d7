package org.tulpar.analytics;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads counted answers by the index of their days; names are joined to the cut rows only. */
@Repository
class AnswerRows {

  private static final String PAGE =
      """
      select a.message_id, a.conversation_id, coalesce(k.name, '+' || k.phone, v.address) as client, h.name as channel, u.name as person,
        a.waited_since, a.answered_at, a.seconds
      from (select * from human_answer where %s order by seconds desc, message_id desc limit ?) a
      left join conversation v on v.organization_id = a.organization_id and v.id = a.conversation_id
      left join client k on k.organization_id = v.organization_id and k.id = v.client_id
      left join channel h on h.organization_id = a.organization_id and h.id = a.channel_id
      left join users u on u.organization_id = a.organization_id and u.id = a.user_id
      order by a.seconds desc, a.message_id desc
      """;

  private static final String WHOLE =
      """
      select count(*) as answers, count(distinct conversation_id) as conversations,
        percentile_disc(0.5) within group (order by seconds) as median, percentile_disc(0.9) within group (order by seconds) as most
      from human_answer where %s
      """;

  @Inject private TenantSql sql;

  List<AnswerRow> slowest(AnswerFilter filter, Answers.Place after, int most) {
    var values = new ArrayList<Object>();
    var where = where(filter, values);
    if (after != null) {
      where += " and (seconds, message_id) < (?, ?)";
      values.addAll(List.of(after.seconds(), after.message()));
    }
    values.add(most);
    return sql.rows(
        PAGE.formatted(where),
        r ->
            new AnswerRow(
                r.getLong("message_id"),
                r.getLong("conversation_id"),
                r.getString("client"),
                r.getString("channel"),
                r.getString("person"),
                TenantSql.instant(r, "waited_since"),
                TenantSql.instant(r, "answered_at"),
                r.getLong("seconds")),
        values.toArray());
  }

  Figures.Waits whole(AnswerFilter filter) {
    var values = new ArrayList<Object>();
    return sql.row(WHOLE.formatted(where(filter, values)), FigureRows::waits, values.toArray())
        .orElse(Figures.Waits.NONE);
  }

  private static String where(AnswerFilter filter, List<Object> values) {
    values.addAll(List.of(filter.period().from(), filter.period().to()));
    var where = new StringBuilder("day >= ? and day <= ?");
    if (filter.by() != null && filter.by() == 0) {
      where.append(" and user_id is null");
    } else {
      and(where, " and user_id = ?", filter.by(), values);
    }
    and(where, " and channel_id = ?", filter.channel(), values);
    and(where, " and seconds > ?", filter.late() ? Dashboard.LATE_SECONDS : null, values);
    return where.toString();
  }

  private static void and(
      StringBuilder where, String condition, Object value, List<Object> values) {
    if (value != null) {
      where.append(condition);
      values.add(value);
    }
  }
}
