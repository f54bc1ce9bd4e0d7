package org.tulpar.tenant;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.tulpar.tenant.OrganizationProfile.OrganizationRefused;

/** How long the bot waits for another message of a client, to answer all of them at once. */
@Stateless
public class Gluing {

  private static final int LONGEST = 60;

  @Inject private TenantSql sql;

  /**
   * @param seconds after a client's last message; 0 answers at once
   * @throws OrganizationRefused when it is no pause from 0 to 60 seconds
   */
  public void change(int seconds) {
    if (seconds < 0 || seconds > LONGEST) {
      throw new OrganizationRefused("glue");
    }
    sql.change(
        "update organization set glue_seconds = ?, version = version + 1 where organization_id = ?",
        seconds,
        TenantScope.required().value());
  }
}
