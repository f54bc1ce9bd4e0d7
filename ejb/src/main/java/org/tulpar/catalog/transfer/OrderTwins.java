package org.tulpar.catalog.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.tenant.TenantSql;

/** The rows of a file that were left out because they look like orders which are there. */
@Stateless
public class OrderTwins {

  /** So many are shown. */
  public static final int MOST = 200;

  @Inject TenantSql sql;

  /** The first {@link #MOST} of a file. */
  public List<OrderTwin> of(long importId) {
    return sql.rows(
        """
        select r.row_no, o.id, o.number, coalesce(c.name, '+' || c.phone) as client from sheet_import_row r
        join orders o on o.organization_id = r.organization_id and o.id = r.order_id
        join client c on c.organization_id = o.organization_id and c.id = o.client_id
        where r.import_id = ? and r.outcome = 'TWIN' order by r.row_no limit ?
        """,
        r ->
            new OrderTwin(
                r.getInt("row_no"), r.getLong("id"), r.getLong("number"), r.getString("client")),
        importId,
        MOST);
  }
}
