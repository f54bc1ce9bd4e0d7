package org.tulpar.dialogue.sweep;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.EveryOrganization;
import org.tulpar.tenant.OrganizationId;

/** The organizations that want silent people's conversations given back to the bot. */
@Repository
public class ReturningOrganizations {

  private static final String ALL =
      """
      select organization_id from organization where return_policy = 'AFTER'
      union
      select organization_id from channel where return_policy = 'AFTER'
      """;

  @Inject private EveryOrganization organizations;

  List<OrganizationId> all() throws SQLException {
    return organizations.that(ALL);
  }
}
