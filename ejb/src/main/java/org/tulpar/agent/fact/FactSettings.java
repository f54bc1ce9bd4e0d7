package org.tulpar.agent.fact;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Whether the organization's conversations are read for facts, and which it wants above all. */
@Stateless
public class FactSettings {

  private static final int LONGEST = 4000;

  /**
   * @param wishes what it wants to know about its clients, in its own words, or empty
   */
  public record Choice(boolean wanted, String wishes) {}

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    Choice choice() {
      return sql.row(
              "select active, prompt from ai_agent where type = 'QUALIFICATION' order by active desc, id limit 1",
              r -> new Choice(r.getBoolean("active"), r.getString("prompt")))
          .orElse(new Choice(false, ""));
    }

    /** Two who save at once change the same agent: they come one after the other. */
    void change(Choice choice) {
      sql.row("select 1 from organization for update", r -> true);
      var known =
          sql.change(
              """
              update ai_agent set active = ?, prompt = ?, version = version + 1
              where id = (select id from ai_agent where type = 'QUALIFICATION' order by active desc, id limit 1)
              """,
              choice.wanted(),
              choice.wishes());
      if (known == 0) {
        sql.change(
            """
            insert into ai_agent (organization_id, id, type, name, prompt, active)
            select organization_id, nextval('entity_id'), 'QUALIFICATION', name, ?, ? from organization
            """,
            choice.wishes(),
            choice.wanted());
      }
    }

    void record(Choice choice, long userId) {
      sql.change(
          "insert into audit_event (organization_id, type, user_id, data) values (?, 'fact.settings_changed', ?, jsonb_build_object('active', ?::boolean))",
          TenantScope.required().value(),
          userId,
          choice.wanted());
    }
  }

  @Inject Rows rows;

  public Choice choice() {
    return rows.choice();
  }

  /**
   * From now on; what was found before stays.
   *
   * @throws WishesTooLong when the wishes have more than 4000 characters
   */
  public void change(boolean wanted, String typed, long userId) {
    var wishes = typed == null ? "" : typed.replace("\u0000", "").replace("\r\n", "\n").strip();
    if (wishes.length() > LONGEST) {
      throw new WishesTooLong();
    }
    var choice = new Choice(wanted, wishes);
    if (!choice.equals(rows.choice())) {
      rows.change(choice);
      rows.record(choice, userId);
    }
  }
}
