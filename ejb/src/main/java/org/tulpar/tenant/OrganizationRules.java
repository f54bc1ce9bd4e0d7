package org.tulpar.tenant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The rules that the organization in scope gives itself. */
@Stateless
public class OrganizationRules {

  @Inject private TenantSql sql;

  /**
   * @param returnHours of silence, where the policy is {@link ReturnPolicy#AFTER}: 1 to 8760
   * @param campaignPerDay messages of campaigns in one day of the organization, 0 or more
   */
  public record Rules(ReturnPolicy returnPolicy, int returnHours, int campaignPerDay) {}

  public Rules read() {
    return sql.row(
            "select return_policy, return_hours, campaign_per_day from organization where"
                + " organization_id = ?",
            row ->
                new Rules(
                    TenantSql.constant(row, "return_policy", ReturnPolicy.class),
                    row.getInt("return_hours"),
                    row.getInt("campaign_per_day")),
            TenantScope.required().value())
        .orElseThrow();
  }

  public void change(Rules rules) {
    sql.change(
        "update organization set return_policy = ?, return_hours = ?, campaign_per_day = ? where"
            + " organization_id = ?",
        rules.returnPolicy(),
        rules.returnHours(),
        rules.campaignPerDay(),
        TenantScope.required().value());
  }
}
