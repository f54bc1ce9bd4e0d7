package org.tulpar.client;

import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The tags of the organization in scope and the clients they are on. */
@Repository
public class Tags {

  private static final int LONGEST = 40;

  @Inject TenantSql sql;

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
    var organization = TenantScope.required().value();
    sql.change(
        "insert into tag (organization_id, id, name) values (?, nextval('entity_id'), ?)"
            + " on conflict (organization_id, lower(name)) do nothing",
        organization,
        name);
    sql.change(
        """
        insert into client_tag (organization_id, client_id, tag_id)
        select ?, ?, id from tag where lower(name) = lower(?) on conflict do nothing
        """,
        organization,
        clientId,
        name);
  }

  /** A tag that is on nobody any more is gone. */
  void takeOff(long clientId, long tagId) {
    sql.change("delete from client_tag where client_id = ? and tag_id = ?", clientId, tagId);
    sql.change(
        "delete from tag t where id = ? and not exists (select from client_tag c"
            + " where c.organization_id = t.organization_id and c.tag_id = t.id)",
        tagId);
  }
}
