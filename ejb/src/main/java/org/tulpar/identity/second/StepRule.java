package org.tulpar.identity.second;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.Trail;

/** What the administrator of an organization decides about second steps. */
@Stateless
@DeclareRoles(StepRule.ADMINISTRATOR)
@RolesAllowed(StepRule.ADMINISTRATOR)
public class StepRule {

  static final String ADMINISTRATOR = "ORG_ADMIN";

  @Inject private StepRows rows;
  @Inject private TenantSql sql;
  @Inject private Trail trail;

  /** Whether everybody has to have one. */
  @PermitAll
  public boolean required() {
    return sql.row(
            "select second_step_required from organization where organization_id = ?",
            row -> row.getBoolean(1),
            TenantScope.required().value())
        .orElse(false);
  }

  /** Who has none sets it up at the next sign-in before anything else. */
  public void require(boolean required, long by) {
    var changed =
        sql.change(
            "update organization set second_step_required = ?, version = version + 1"
                + " where organization_id = ? and second_step_required <> ?",
            required,
            TenantScope.required().value(),
            required);
    if (changed > 0) {
      trail.record(
          required ? "organization.second_step_required" : "organization.second_step_optional",
          by,
          "person",
          by);
    }
  }

  /**
   * For who has lost telephone and recovery codes: the password is enough again, or another second
   * step is set up where the organization wants one.
   *
   * @throws StepRefused for oneself: whoever sits before an open session shows password and code
   */
  public void reset(long userId, long by) {
    if (userId == by) {
      throw new StepRefused("self");
    }
    if (rows.remove(userId)) {
      trail.record("user.second_step_reset", by, "person", userId);
    }
  }
}
