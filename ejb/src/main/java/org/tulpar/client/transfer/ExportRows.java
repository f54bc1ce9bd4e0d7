package org.tulpar.client.transfer;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.list.ClientCondition;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads whole cards for a file, a portion at a time. */
@Repository
class ExportRows {

  /**
   * @param values of custom fields, as they may be typed again
   */
  record Row(
      long id,
      String name,
      String phone,
      String email,
      String language,
      String company,
      String about,
      List<String> tags,
      Instant createdAt,
      Map<Long, String> values) {}

  private static final String ROW =
      """
      select c.*, f.name as company,
        array(select t.name from client_tag ct join tag t on t.organization_id = ct.organization_id and t.id = ct.tag_id
          where ct.organization_id = c.organization_id and ct.client_id = c.id order by lower(t.name)) as tags,
        %s
      from (select c.* from client c where %%s order by c.created_at desc, c.id desc limit ?) c
      left join company f on f.organization_id = c.organization_id and f.id = c.company_id
      order by c.created_at desc, c.id desc
      """
          .formatted(Bearer.CLIENT.own("c"));

  @Inject TenantSql sql;

  List<Row> after(ClientFilter filter, Row last, int most) {
    var condition = ClientCondition.of(filter);
    var values = new ArrayList<>(condition.values());
    var cut = condition.sql();
    if (last != null) {
      cut += " and (c.created_at, c.id) < (?, ?)";
      values.addAll(List.of(last.createdAt(), last.id()));
    }
    values.add(most);
    return sql.rows(ROW.formatted(cut), ExportRows::row, values.toArray());
  }

  private static Row row(ResultSet r) throws SQLException {
    return new Row(
        r.getLong("id"),
        r.getString("name"),
        r.getString("phone"),
        r.getString("email"),
        r.getString("language"),
        r.getString("company"),
        r.getString("about"),
        TenantSql.texts(r, "tags"),
        TenantSql.instant(r, "created_at"),
        CustomFields.read(TenantSql.texts(r, "own")));
  }
}
