package org.tulpar.conversation.sharing;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.client.list.ClientSearch;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.WordSearch;

/** The numbers that the organization in scope has. A client's is kept in digits alone. */
@Repository
class ContactRows {

  private static final String FOUND =
      """
      (select c.name, '+' || c.phone as phone, 'CLIENT' as kind from client c
       where c.merged_into_id is null and c.name is not null and c.phone is not null and %s order by c.name_key, c.id limit ?)
      union all
      (select case when p.person is null then p.name else p.person || ' · ' || p.name end, p.phone, 'PARTNER' from partner p
       where p.active and p.phone is not null and %s order by p.name_key limit ?)
      """;

  @Inject private TenantSql sql;

  List<KnownContact> find(String typed, int most) {
    var clients = ClientSearch.of(typed, "c.id");
    var partners = WordSearch.of(typed, "p.id", "partner_word", "partner_id");
    var values = new ArrayList<Object>(clients.values());
    values.add(most);
    values.addAll(partners.values());
    values.add(most);
    return sql.rows(
        FOUND.formatted(clients.sql(), partners.sql()),
        row -> new KnownContact(row.getString(1), row.getString(2), row.getString(3)),
        values.toArray());
  }
}
