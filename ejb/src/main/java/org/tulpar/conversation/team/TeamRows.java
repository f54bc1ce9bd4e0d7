package org.tulpar.conversation.team;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The teams of the organization in scope. */
@Repository
class TeamRows {

  /** A team with one of its members, or with none. */
  private record Line(long id, String name, Colleague member) {}

  @Inject private TenantSql sql;

  List<Team> all(int most) {
    var lines =
        sql.rows(
            """
            select t.id, t.name, u.id as user_id, u.name as user_name
            from (select * from team order by lower(name), id limit ?) t
            left join team_member m on m.organization_id = t.organization_id and m.team_id = t.id
            left join users u on u.organization_id = m.organization_id and u.id = m.user_id
            order by lower(t.name), t.id, lower(u.name), u.id
            """,
            r ->
                new Line(
                    r.getLong("id"),
                    r.getString("name"),
                    r.getString("user_name") == null
                        ? null
                        : new Colleague(r.getLong("user_id"), r.getString("user_name"))),
            most);
    var teams = new LinkedHashMap<Long, Team>();
    for (var line : lines) {
      var team =
          teams.computeIfAbsent(line.id(), id -> new Team(id, line.name(), new ArrayList<>()));
      if (line.member() != null) {
        team.members().add(line.member());
      }
    }
    return List.copyOf(teams.values());
  }

  List<Colleague> colleagues(Long chosen) {
    return sql.rows(
        """
        select id, name from (
          (select id, name from users where active and role in ('MANAGER', 'ORG_ADMIN') order by lower(name), id limit 200)
          union select id, name from users where id = ?::bigint) x
        order by lower(name), id
        """,
        r -> new Colleague(r.getLong("id"), r.getString("name")),
        chosen);
  }

  /** Nothing when the name is taken. */
  Optional<Long> add(String name) {
    return sql.row(
        "insert into team (organization_id, id, name) values (?, nextval('entity_id'), ?)"
            + " on conflict (organization_id, lower(name)) do nothing returning id",
        r -> r.getLong(1),
        TenantScope.required().value(),
        name);
  }

  /** False when another team is called so, or this one is no more. */
  boolean rename(long team, String name) {
    return sql.change(
            """
            update team t set name = ? where id = ? and not exists (
              select from team o where o.organization_id = t.organization_id and o.id <> t.id and lower(o.name) = lower(?))
            """,
            name,
            team,
            name)
        == 1;
  }

  /** People whom the organization does not have are left out. */
  void replaceMembers(long team, Collection<Long> members) {
    sql.change("delete from team_member where team_id = ?", team);
    sql.change(
        """
        insert into team_member (organization_id, team_id, user_id)
        select t.organization_id, t.id, u.id from team t join users u on u.organization_id = t.organization_id
        where t.id = ? and u.id = any (?) and u.active
        """,
        team,
        members.toArray(Long[]::new));
  }

  boolean isThere(long team) {
    return sql.row("select 1 from team where id = ?", r -> true, team).isPresent();
  }

  /** The event that keeps what it was; nothing when it is not there. */
  Optional<Long> remove(long team, long userId) {
    return sql.row(
        """
        with t as (delete from team where id = ? returning *)
        insert into audit_event (organization_id, type, user_id, data)
        select t.organization_id, 'team.removed', ?, jsonb_build_object('team', t.id, 'name', t.name,
          'members', array(select m.user_id from team_member m where m.organization_id = t.organization_id and m.team_id = t.id),
          'channels', array(select h.id from channel h where h.organization_id = t.organization_id and h.team_id = t.id),
          'conversations', array(select v.id from conversation v
            where v.organization_id = t.organization_id and v.team_id = t.id and v.status <> 'CLOSED'))
        from t returning id
        """,
        r -> r.getLong(1),
        team,
        userId);
  }

  /** The team that an event tells the end of; nothing when another one stands in its place. */
  Optional<Long> restore(long removal) {
    return sql.row(
        """
        with a as (select * from audit_event where id = ? and type = 'team.removed' and at > now() - interval '30 days'),
        t as (insert into team (organization_id, id, name) select a.organization_id, (a.data ->> 'team')::bigint, a.data ->> 'name' from a
          on conflict do nothing returning organization_id, id),
        m as (insert into team_member (organization_id, team_id, user_id) select t.organization_id, t.id, u.id
          from t cross join a join users u on u.organization_id = t.organization_id and a.data -> 'members' @> to_jsonb(u.id) and u.active),
        h as (update channel h set team_id = t.id from t cross join a
          where h.organization_id = t.organization_id and h.team_id is null and a.data -> 'channels' @> to_jsonb(h.id)),
        c as (select v.id from t cross join a cross join jsonb_array_elements(a.data -> 'conversations') x
          join conversation v on v.organization_id = t.organization_id and v.id = x::bigint
          where v.team_id is null and v.status <> 'CLOSED' order by v.id for no key update of v),
        v as (update conversation v set team_id = t.id, version = v.version + 1 from t cross join c
          where v.organization_id = t.organization_id and v.id = c.id)
        select id from t
        """,
        r -> r.getLong(1),
        removal);
  }
}
