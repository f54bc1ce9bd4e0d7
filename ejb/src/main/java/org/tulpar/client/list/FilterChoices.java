package org.tulpar.client.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.client.Tag;
import org.tulpar.client.Tags;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** What the lists of clients and of companies can be narrowed to. */
@Stateless
public class FilterChoices {

  /** Something to choose. */
  public record Choice(long id, String name) {}

  /**
   * @param fields those by which it is narrowed
   */
  public record All(List<Tag> tags, List<Choice> stages, List<CustomField> fields) {}

  @Repository
  static class Rows {

    @Inject TenantSql sql;

    List<Choice> stages() {
      return sql.rows(
          """
          select s.id, case when (select count(*) from pipeline) > 1 then p.name || ': ' || s.name else s.name end as name
          from stage s join pipeline p on p.organization_id = s.organization_id and p.id = s.pipeline_id
          order by p.position, p.id, s.position, s.id
          """,
          r -> new Choice(r.getLong("id"), r.getString("name")));
    }
  }

  @Inject Rows rows;
  @Inject Tags tags;
  @Inject CustomFields fields;

  public All all() {
    return new All(tags(), rows.stages(), fields(Bearer.CLIENT));
  }

  /** A filter of an address, without a custom field or its value that was removed since. */
  public ClientFilter standing(ClientFilter filter) {
    return filter.fields().isEmpty() ? filter : filter.within(fields(Bearer.CLIENT));
  }

  /** Those by which a list can be narrowed. */
  public List<CustomField> fields(Bearer bearer) {
    return fields.active(bearer).stream().filter(CustomField::narrows).toList();
  }

  /** By name. */
  public List<Tag> tags() {
    return tags.all();
  }
}
