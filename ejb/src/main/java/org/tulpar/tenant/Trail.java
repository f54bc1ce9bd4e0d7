package org.tulpar.tenant;

import jakarta.inject.Inject;
import org.tulpar.kernel.Repository;

/** Keeps for the audit what a person did to something that has a number. */
@Repository
public class Trail {

  @Inject TenantSql sql;

  /**
   * @param event dotted, in the past tense
   * @param what names the subject, for example {@code product}
   * @param number its id, or how many
   */
  public void record(String event, long userId, String what, long number) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?, ?, ?,"
            + " jsonb_build_object(?::text, ?::bigint))",
        TenantScope.required().value(),
        event,
        userId,
        what,
        number);
  }

  /** The same of something that nobody can look up by its number any more. */
  public void gone(String event, long userId, String what, long number, String name) {
    record(event, userId, what, number, "name", name);
  }

  /** The same with the tag that was put on it, or taken off. */
  public void tagged(String event, long userId, String what, long number, String tag) {
    record(event, userId, what, number, "tag", tag);
  }

  private void record(
      String event, long userId, String what, long number, String fact, String text) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?, ?, ?,"
            + " jsonb_build_object(?::text, ?::bigint, ?::text, ?::text))",
        TenantScope.required().value(),
        event,
        userId,
        what,
        number,
        fact,
        text);
  }
}
