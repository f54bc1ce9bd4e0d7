package org.tulpar.identity.people;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tulpar.identity.Role;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The people of the organization in scope; the installation's administrators are none of them. */
@Repository
class PeopleRows {

  private static final String PERSON =
      """
      select u.id, u.login, u.name, u.role, u.active, u.password_until,
        (select count(*) from api_token t where t.organization_id = u.organization_id and t.user_id = u.id and t.withdrawn_at is null) as programs
      from users u where u.role in ('ORG_ADMIN', 'MANAGER') and\s""";

  /**
   * An administrator may go, or become something less, while another one stays. Locked in the order
   * of their ids: two of them who switch each other off come one after the other.
   */
  private static final String NOT_THE_LAST =
      """
      with admins as (select id from users where role = 'ORG_ADMIN' and active order by id for update)
      update users u set %s, version = u.version + 1 where u.id = ? and u.role in ('ORG_ADMIN', 'MANAGER')
        and exists (select from admins where admins.id <> u.id)
      """;

  @Inject private TenantSql sql;

  /** Those who work here first, then by name. */
  List<Person> page(String part, int from, int most) {
    return sql.rows(
        PERSON
            + """
            (? = '' or position(lower(?) in lower(u.name || ' ' || u.login)) > 0)
            order by u.active desc, lower(u.name), u.id limit ? offset ?
            """,
        PeopleRows::person,
        part,
        part,
        most,
        from);
  }

  Optional<Person> byId(long id) {
    return sql.row(PERSON + "u.id = ?", PeopleRows::person, id);
  }

  /** Nothing when the login is taken, here or in another organization. */
  Optional<Long> add(NewPerson person, String hash, Instant until) {
    return sql.row(
        """
        insert into users (organization_id, id, login, password_hash, password_until, name, role, locale, time_zone)
        values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?, ?) on conflict (lower(login)) do nothing returning id
        """,
        row -> row.getLong(1),
        TenantScope.required().value(),
        person.login(),
        hash,
        until,
        person.name(),
        person.role(),
        person.locale().getLanguage(),
        person.zone().getId());
  }

  boolean rename(long id, String name) {
    return sql.change(
            "update users set name = ?, version = version + 1 where id = ? and role in"
                + " ('ORG_ADMIN', 'MANAGER') and name <> ?",
            name,
            id,
            name)
        > 0;
  }

  /** False when there would be no administrator any more. */
  boolean appoint(long id, Role role) {
    return sql.change(NOT_THE_LAST.formatted("role = ?"), role, id) > 0;
  }

  /** False when there would be no administrator any more. */
  boolean switchOff(long id) {
    return sql.change(NOT_THE_LAST.formatted("active = false"), id) > 0;
  }

  void switchOn(long id) {
    sql.change(
        "update users set active = true, version = version + 1 where id = ? and role in"
            + " ('ORG_ADMIN', 'MANAGER')",
        id);
  }

  void forgetBrowsers(long id) {
    sql.change("delete from browser where user_id = ?", id);
  }

  void withdrawPrograms(long id) {
    sql.change(
        "update api_token set withdrawn_at = now() where user_id = ? and withdrawn_at is null", id);
  }

  /** Nothing when there is no such person. */
  boolean giveOnce(long id, String hash, Instant until) {
    return sql.change(
            """
            update users set password_hash = ?, password_at = now(), password_until = ?, version = version + 1
            where id = ? and active and role in ('ORG_ADMIN', 'MANAGER')
            """,
            hash,
            until,
            id)
        > 0;
  }

  /**
   * Nothing unless the organization was opened with this person, who had no password of her own.
   */
  Optional<Long> giveFirstAgain(String login, String hash, Instant until) {
    return sql.row(
        """
        update users u set password_hash = ?, password_at = now(), password_until = ?, version = version + 1
        where lower(u.login) = lower(?) and u.active and u.role = 'ORG_ADMIN' and u.password_until is not null
          and exists (select from audit_event a where a.type = 'user.created' and a.user_id is null
            and (a.data ->> 'person')::bigint = u.id)
          and not exists (select from audit_event a where a.type = 'user.password_changed'
            and (a.data ->> 'person')::bigint = u.id)
        returning u.id
        """,
        row -> row.getLong(1),
        hash,
        until,
        login);
  }

  /**
   * Since when the password is this one.
   *
   * @param first whether only a one-time password gives way to it
   */
  Optional<Instant> keepOwn(long id, String hash, boolean first) {
    return sql.row(
        """
        update users set password_hash = ?, password_at = now(), password_until = null, version = version + 1
        where id = ? and active and (not ? or password_until is not null) returning password_at
        """,
        row -> TenantSql.instant(row, "password_at"),
        hash,
        id,
        first);
  }

  void record(String event, long person, Long by, String word) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, data) values (?, ?, ?,"
            + " jsonb_strip_nulls(jsonb_build_object('person', ?::bigint, 'word', ?::text)))",
        TenantScope.required().value(),
        event,
        by,
        person,
        word);
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        row.getLong("id"),
        row.getString("login"),
        row.getString("name"),
        TenantSql.constant(row, "role", Role.class),
        row.getBoolean("active"),
        TenantSql.instant(row, "password_until"),
        row.getInt("programs"));
  }
}
