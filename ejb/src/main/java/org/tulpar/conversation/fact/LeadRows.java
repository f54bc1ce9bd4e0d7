package org.tulpar.conversation.fact;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.conversation.fact.LeadScore.Reason;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Facts and scores of the clients of the organization in scope. */
@Repository
class LeadRows {

  /**
   * One question for all: whoever opens a conversation waits for every one. The views are asked for
   * a client by value: joined with one they would count everybody's reasons first.
   */
  private static final String LEAD =
      """
      with me as materialized (select organization_id, client_id from conversation where id = ?)
      select * from (
        (select 'FACT' as what, f.kind as code, 0 as points, f.id, f.conversation_id, f.message_id, f.text, f.quote, m.occurred_at
         from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.client_id
         join extracted_fact f on f.organization_id = v.organization_id and f.conversation_id = v.id and f.dismissed_at is null
         join message m on m.organization_id = f.organization_id and m.id = f.message_id
         order by m.occurred_at desc, f.id desc limit ?)
        union all
        (select 'REASON', r.reason, r.points, null, null, null, null, null, null
         from lead_reason r where r.organization_id = (select organization_id from me) and r.client_id = (select client_id from me))
        union all
        (select 'SCORE', '', s.points, null, null, null, null, null, null
         from lead_score s where s.organization_id = (select organization_id from me) and s.client_id = (select client_id from me))
      ) known
      order by points desc, array_position(array['READY', 'DATES', 'PARTY', 'PRODUCT', 'BUDGET', 'WISH', 'DOUBT'], code), occurred_at desc, id desc
      """;

  @Inject private TenantSql sql;

  Lead lead(long conversation, int most) {
    var facts = new ArrayList<ExtractedFact>();
    var reasons = new ArrayList<Reason>();
    var points = new ArrayList<Integer>();
    sql.rows(
        LEAD,
        r ->
            switch (r.getString("what")) {
              case "FACT" -> facts.add(fact(r));
              case "SCORE" -> points.add(r.getInt("points"));
              default -> reasons.add(new Reason(r.getString("code"), r.getInt("points")));
            },
        conversation,
        most);
    var score =
        points.stream()
            .findFirst()
            .map(sum -> new LeadScore(sum, List.copyOf(reasons)))
            .orElse(null);
    return new Lead(List.copyOf(facts), score);
  }

  private static ExtractedFact fact(ResultSet r) throws SQLException {
    return new ExtractedFact(
        r.getLong("id"),
        r.getLong("conversation_id"),
        r.getLong("message_id"),
        TenantSql.constant(r, "code", FactKind.class),
        r.getString("text"),
        r.getString("quote"),
        TenantSql.instant(r, "occurred_at"));
  }

  /** Only of the client with whom the conversation is. */
  private static final String HERS =
      """
       and conversation_id in (
         select v.id from conversation me join conversation v on v.organization_id = me.organization_id and v.client_id = me.client_id
         where me.id = ?)\
      """;

  boolean dismiss(long conversation, long userId, long fact, Instant now) {
    return sql.change(
            "update extracted_fact set dismissed_at = ?, dismissed_by = ? where id = ? and dismissed_at is null"
                + HERS,
            now,
            userId,
            fact,
            conversation)
        > 0;
  }

  boolean restore(long conversation, long fact) {
    return sql.change(
            "update extracted_fact set dismissed_at = null, dismissed_by = null where id = ? and dismissed_at is not null"
                + HERS,
            fact,
            conversation)
        > 0;
  }

  void record(String event, long conversation, long userId, long fact) {
    sql.change(
        """
        insert into audit_event (organization_id, type, user_id, conversation_id, data)
        select ?, ?, ?, ?, jsonb_build_object('fact', f.id) from extracted_fact f where f.id = ?
        """,
        TenantScope.required().value(),
        event,
        userId,
        conversation,
        fact);
  }
}
