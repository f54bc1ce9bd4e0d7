package org.tulpar.client;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The tags of the organization in scope, and the clients and companies they are on. */
@Repository
public class Tags {

  private static final int LONGEST = 40;

  private static final String UNUSED =
      Stream.of(Bearer.values())
          .map(
              bearer ->
                  " and not exists (select from %s x where x.organization_id = t.organization_id and x.tag_id = t.id)"
                      .formatted(bearer.tagTable()))
          .collect(Collectors.joining());

  @Inject TenantSql sql;
  @Inject Event<TagsChanged> changed;

  public List<Tag> all() {
    return sql.rows(
        "select id, name from tag order by lower(name), id",
        r -> new Tag(r.getLong("id"), r.getString("name")));
  }

  public List<Tag> of(Bearer bearer, long id) {
    return sql.rows(
        """
        select t.id, t.name from %s x join tag t on t.organization_id = x.organization_id and t.id = x.tag_id
        where x.%s = ? order by lower(t.name), t.id
        """
            .formatted(bearer.tagTable(), bearer.key()),
        r -> new Tag(r.getLong("id"), r.getString("name")),
        id);
  }

  /**
   * Puts a tag on a client or a company; one that the organization does not have yet is made.
   * Returns the tag, as it is called, or nothing when it was there.
   *
   * @throws ClientRefused when there is no name, or a too long one
   */
  public Optional<Tag> put(Bearer bearer, long id, String typed) {
    var name = ClientInput.limited(typed, LONGEST, "tag_too_long");
    if (name == null) {
      throw new ClientRefused("tag_empty");
    }
    make(name);
    return sql.row(
        """
        with wanted as (select id, name from tag where lower(name) = lower(?)),
        put as (insert into %s (organization_id, %s, tag_id) select ?, ?, id from wanted on conflict do nothing returning tag_id)
        select w.id, w.name from wanted w join put on put.tag_id = w.id
        """
            .formatted(bearer.tagTable(), bearer.key()),
        r -> new Tag(r.getLong("id"), r.getString("name")),
        name,
        TenantScope.required().value(),
        id);
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
  public void takeOff(Bearer bearer, long id, long tagId) {
    sql.change(
        "delete from %s where %s = ? and tag_id = ?".formatted(bearer.tagTable(), bearer.key()),
        id,
        tagId);
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
