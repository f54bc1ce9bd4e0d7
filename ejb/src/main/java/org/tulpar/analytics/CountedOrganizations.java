package org.tulpar.analytics;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.EveryOrganization;
import org.tulpar.tenant.OrganizationId;

/** The organizations whose days are counted: those that serve clients. */
@Repository
public class CountedOrganizations {

  private static final String ALL =
      "select organization_id from organization where kind = 'CUSTOMER' order by organization_id";

  @Inject private EveryOrganization organizations;

  List<OrganizationId> all() throws SQLException {
    return organizations.that(ALL);
  }
}
