package org.tulpar.client;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The tags of the organization in scope and the clients they are on. */
@Repository
public class Tags {

  private static final int LONGEST = 40;

  private static final String UNUSED =
      " and not exists (select from client_tag c"
          + " where c.organization_id = t.organization_id and c.tag_id = t.id)";

  @Inject TenantSql sql;
  @Inject Event<TagsChanged> changed;

  public List<Tag> all() {
    return sql.rows(
        "select id, name from tag order by lower(name), id",
        r -> new Tag(r.getLong("id"), r.getString("name")));
  }

  List<Tag> of(long clientId) {
    return sql.rows(
        """
        select t.id, t.name from client_tag c join tag t on t.organization_id = c.organization_id and t.id = c.tag_id
        where c.client_id = ? order by lower(t.name), t.id
        """,
        r -> new Tag(r.getLong("id"), r.getString("name")),
        clientId);
  }

  /**
   * Puts a tag on a client; one that the organization does not have yet is made.
   *
   * @throws ClientRefused when there is no name, or a too long one
   */
  public void put(long clientId, String typed) {
    var name = ClientInput.limited(typed, LONGEST, "tag_too_long");
    if (name == null) {
      throw new ClientRefused("tag_empty");
    }
    make(name);
    sql.change(
        """
        insert into client_tag (organization_id, client_id, tag_id)
        select ?, ?, id from tag where lower(name) = lower(?) on conflict do nothing
        """,
        TenantScope.required().value(),
        clientId,
        name);
  }

  /** One of this name, if the organization has none yet. */
  public void make(String name) {
    tell(
        sql.change(
            "insert into tag (organization_id, id, name) values (?, nextval('entity_id'), ?)"
                + " on conflict (organization_id, lower(name)) do nothing",
            TenantScope.required().value(),
            name));
  }

  /** A tag that is on nobody any more is gone. */
  void takeOff(long clientId, long tagId) {
    sql.change("delete from client_tag where client_id = ? and tag_id = ?", clientId, tagId);
    tell(sql.change("delete from tag t where t.id = ?" + UNUSED, tagId));
  }

  /** The one of this name is gone when it is on nobody any more. */
  public void forgetUnused(String name) {
    tell(sql.change("delete from tag t where lower(t.name) = lower(?)" + UNUSED, name));
  }

  /** That there is one more or less concerns everybody who may choose one. */
  private void tell(int tags) {
    if (tags > 0) {
      changed.fire(new TagsChanged(TenantScope.required()));
    }
  }
}
