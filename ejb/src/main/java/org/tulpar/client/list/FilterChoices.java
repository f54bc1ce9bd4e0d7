package org.tulpar.client.list;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.client.Tag;
import org.tulpar.client.Tags;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** What the client list can be narrowed to. */
@Stateless
public class FilterChoices {

  /** Something to choose. */
  public record Choice(long id, String name) {}

  public record All(List<Tag> tags, List<Choice> stages) {}

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

  public All all() {
    return new All(tags(), rows.stages());
  }

  /** By name. */
  public List<Tag> tags() {
    return tags.all();
  }
}
