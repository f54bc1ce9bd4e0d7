package org.tulpar.analytics;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.conversation.Handler;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Reads the conversations of a period for a file, a portion at a time. */
@Repository
class ConversationRows {

  private static final String LINES =
      """
      select v.id, l.name as client, l.phone, h.name as channel, v.status, v.handler, u.name as whose, t.name as team,
        v.created_at, v.last_message_at, c.client_messages, c.bot_messages, c.manager_messages, c.handed_over,
        a.answers, a.median, a.longest, d.stage, d.amount, d.currency
      from (select organization_id, conversation_id, sum(client_messages) as client_messages, sum(bot_messages) as bot_messages,
              sum(manager_messages) as manager_messages, (array_agg(handed_over order by day desc) filter (where handed_over is not null))[1] as handed_over
            from conversation_day where day >= ? and day <= ? and conversation_id > ?
            group by organization_id, conversation_id order by conversation_id limit ?) c
      join conversation v on v.organization_id = c.organization_id and v.id = c.conversation_id
      join client l on l.organization_id = v.organization_id and l.id = v.client_id
      join channel h on h.organization_id = v.organization_id and h.id = v.channel_id
      left join users u on u.organization_id = v.organization_id and u.id = v.assignee_id
      left join team t on t.organization_id = v.organization_id and t.id = v.team_id
      cross join lateral (
        select count(*) as answers, percentile_disc(0.5) within group (order by x.seconds) as median, max(x.seconds) as longest
        from human_answer x where x.organization_id = v.organization_id and x.conversation_id = v.id and x.day >= ? and x.day <= ?) a
      left join lateral (
        select s.name as stage, x.amount, x.currency from deal x join stage s on s.organization_id = x.organization_id and s.id = x.stage_id
        where x.organization_id = v.organization_id and x.conversation_id = v.id order by x.id desc limit 1) d on true
      order by v.id
      """;

  @Inject private TenantSql sql;

  /**
   * @param last id of the last row of the portion before, 0 for the first
   */
  List<ConversationLine> after(Period period, long last, int most) {
    return sql.rows(
        LINES,
        ConversationRows::line,
        period.from(),
        period.to(),
        last,
        most,
        period.from(),
        period.to());
  }

  void record(long userId, Period period, int conversations) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?,"
            + " 'conversations.exported', ?, jsonb_build_object('conversations', ?::int, 'from',"
            + " ?::date, 'to', ?::date))",
        TenantScope.required().value(),
        userId,
        conversations,
        period.from(),
        period.to());
  }

  private static ConversationLine line(ResultSet r) throws SQLException {
    return new ConversationLine(
        r.getLong("id"),
        r.getString("client"),
        r.getString("phone"),
        r.getString("channel"),
        TenantSql.constant(r, "status", ConversationStatus.class),
        TenantSql.constant(r, "handler", Handler.class),
        r.getString("whose"),
        r.getString("team"),
        TenantSql.instant(r, "created_at"),
        TenantSql.instant(r, "last_message_at"),
        spoken(r),
        new ConversationLine.Waited(
            r.getLong("answers"),
            r.getObject("median", Long.class),
            r.getObject("longest", Long.class)),
        r.getString("stage") == null
            ? null
            : new ConversationLine.Deal(
                r.getString("stage"), r.getBigDecimal("amount"), r.getString("currency")));
  }

  private static ConversationLine.Spoken spoken(ResultSet r) throws SQLException {
    var client = r.getLong("client_messages");
    var bot = r.getLong("bot_messages");
    var person = r.getLong("manager_messages");
    var reason = r.getString("handed_over");
    return new ConversationLine.Spoken(
        client, bot, person, client > 0 && bot > 0 && person == 0 && reason == null, reason);
  }
}
