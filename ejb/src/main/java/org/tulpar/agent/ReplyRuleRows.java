package org.tulpar.agent;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The rules of the organization in scope, as they are kept. */
@Repository
class ReplyRuleRows {

  @Inject private TenantSql sql;

  /** A rule has a list of words of its own, which no array of all rules could hold. */
  void replace(List<ReplyRule> rules) {
    sql.change("delete from reply_rule");
    for (int i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      sql.change(
          """
          insert into reply_rule (organization_id, id, kind, position, keywords, template, hand_over)
          values (?, nextval('entity_id'), ?, ?, ?, ?, ?)
          """,
          TenantScope.required().value(),
          rule.kind(),
          i + 1,
          rule.keywords().toArray(String[]::new),
          rule.template(),
          rule.handOver());
    }
  }
}
