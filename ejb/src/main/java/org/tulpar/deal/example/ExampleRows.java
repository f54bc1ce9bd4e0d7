package org.tulpar.deal.example;

import jakarta.inject.Inject;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Which clients and deals are examples. */
@Repository
class ExampleRows {

  private static final String UNREAL =
      """
      select c.id from client c where c.example and c.merged_into_id is null
        and not exists (select from conversation v where v.organization_id = c.organization_id and v.client_id = c.id)
        and not exists (select from deal d where d.organization_id = c.organization_id and d.client_id = c.id)
        and not exists (select from orders o where o.organization_id = c.organization_id and o.client_id = c.id)
        and not exists (select from client_merge m where m.organization_id = c.organization_id and c.id in (m.survivor_id, m.loser_id))
      """;

  @Inject private TenantSql sql;

  int clients() {
    return sql.row("select count(*) from client where example", row -> row.getInt(1)).orElseThrow();
  }

  void markClient(long id) {
    sql.change("update client set example = true where id = ?", id);
  }

  void markDeal(long id) {
    sql.change("update deal set example = true where id = ?", id);
  }

  void removeDeals() {
    sql.change(
        """
        delete from deal d where d.example and (d.conversation_id is null or d.conversation_id in (select c.id from conversation c where c.kind = 'EXAMPLE'))
          and not exists (select from orders o where o.organization_id = d.organization_id and o.deal_id = d.id)
        """);
  }

  /**
   * Those with nothing real about them: no dialogue, no deal of a person, no other card in them.
   */
  void removeClients() {
    sql.change("delete from audit_event where client_id in (%s)".formatted(UNREAL));
    sql.change("delete from client where id in (%s)".formatted(UNREAL));
  }

  /** What is left is real from now on. */
  void unmark() {
    sql.change("update client set example = false where example");
    sql.change("update deal set example = false where example");
  }

  /** The tag of the examples, once it is on nobody. */
  void removeTag(String name) {
    sql.change(
        """
        delete from tag t where lower(t.name) = lower(?) and not exists (
          select from client_tag c where c.organization_id = t.organization_id and c.tag_id = t.id) and not exists (
          select from company_tag f where f.organization_id = t.organization_id and f.tag_id = t.id)
        """,
        name);
  }

  void record(String event, long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id) values (?, ?, ?)",
        TenantScope.required().value(),
        event,
        userId);
  }
}
