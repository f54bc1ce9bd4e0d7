package org.tulpar.client.merge;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Asks the database who looks like whom, and lets it merge. */
@Repository
class Merges {

  /** What moves with a card, and what would end. */
  record Weight(int conversations, int deals, int orders, int identities, int closing) {}

  /** The groups come off an index in its order; it stops when there are enough. */
  private static final String SHARED =
      """
      select x.value, c.id, coalesce(c.name, '+' || c.phone, c.email) as name,
        (select count(*) from conversation v where v.organization_id = c.organization_id and v.client_id = c.id)::int as conversations,
        (select count(*) from deal d where d.organization_id = c.organization_id and d.client_id = c.id)::int as deals
      from (select %1$s as value from client where merged_into_id is null and %1$s is not null
        group by %1$s having count(*) > 1 order by %1$s limit ?) x
      join client c on c.%1$s = x.value and c.merged_into_id is null
      order by x.value, conversations desc, deals desc, c.created_at, c.id
      """;

  @Inject TenantSql sql;

  record Alike(String value, Duplicates.Card card) {}

  List<Alike> sharing(Duplicates.Sign sign, int most) {
    var column =
        switch (sign) {
          case PHONE -> "phone";
          case EMAIL -> "email";
        };
    return sql.rows(
        SHARED.formatted(column),
        r ->
            new Alike(
                r.getString("value"),
                new Duplicates.Card(
                    r.getLong("id"),
                    r.getString("name"),
                    r.getInt("conversations"),
                    r.getInt("deals"))),
        most);
  }

  Weight weight(long survivorId, long loserId) {
    return sql.row(
            """
            select (select count(*) from conversation v where v.client_id = l.id)::int,
              (select count(*) from deal d where d.client_id = l.id)::int,
              (select count(*) from orders o where o.client_id = l.id)::int,
              (select count(*) from client_identity i where i.client_id = l.id)::int,
              (select count(*) from conversation v join conversation o on o.organization_id = v.organization_id
                 and o.channel_id = v.channel_id and o.client_id = ? and o.status <> 'CLOSED'
               where v.client_id = l.id and v.status <> 'CLOSED')::int
            from client l where l.id = ?
            """,
            r -> new Weight(r.getInt(1), r.getInt(2), r.getInt(3), r.getInt(4), r.getInt(5)),
            survivorId,
            loserId)
        .orElse(new Weight(0, 0, 0, 0, 0));
  }

  /** Nothing when the cards cannot be merged. */
  Optional<Long> merge(long survivorId, long loserId, long userId) {
    return sql.row(
            "select merge_clients(?, ?, ?, 'PERSON', ?) as id",
            r -> Optional.ofNullable(r.getObject("id", Long.class)),
            TenantScope.required().value(),
            survivorId,
            loserId,
            userId)
        .flatMap(id -> id);
  }

  boolean undo(long mergeId, long userId) {
    return sql.row(
            "select undo_merge(?, ?, ?)",
            r -> r.getBoolean(1),
            TenantScope.required().value(),
            mergeId,
            userId)
        .orElse(false);
  }

  List<MergeRecord> latest(int most) {
    return sql.rows(
        """
        select m.*, u.name as person, coalesce(s.name, '+' || s.phone, s.email) as survivor, coalesce(l.name, '+' || l.phone, l.email) as loser
        from client_merge m
        join client s on s.organization_id = m.organization_id and s.id = m.survivor_id
        join client l on l.organization_id = m.organization_id and l.id = m.loser_id
        left join users u on u.organization_id = m.organization_id and u.id = m.user_id
        order by m.id desc limit ?
        """,
        Merges::row,
        most);
  }

  private static MergeRecord row(ResultSet r) throws SQLException {
    return new MergeRecord(
        r.getLong("id"),
        TenantSql.instant(r, "at"),
        r.getString("person"),
        r.getLong("survivor_id"),
        r.getString("survivor"),
        r.getLong("loser_id"),
        r.getString("loser"),
        r.getObject("undone_at") != null);
  }
}
