package org.tulpar.catalog;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Which day it is where the organization is: prices begin and end with its days. */
@Repository
public class Today {

  @Inject TenantSql sql;
  @Inject Clock clock;

  public LocalDate day() {
    return sql.row(
            "select (?::timestamptz at time zone time_zone)::date as today from organization",
            r -> r.getObject("today", LocalDate.class),
            clock.instant())
        .orElseThrow();
  }
}
