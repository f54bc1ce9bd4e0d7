package org.tulpar.client.transfer;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tulpar.client.ClientProfiles;
import org.tulpar.client.field.Bearer;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.transfer.RowResult;

/** Writes rows of a file into cards, and takes them out again. */
@Repository
class ImportedClients {

  /** Column of the card by what a file's column is. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "name", "name",
          "phone", "phone",
          "email", "email",
          "language", "language",
          "about", "about",
          "company", "company_id");

  @Inject TenantSql sql;
  @Inject ClientProfiles profiles;
  @Inject ImportedTags tags;
  @Inject ImportedFields fields;

  /** Whom the organization knows by this phone, by it at WhatsApp, or by this email. */
  Optional<Long> known(ImportLine line) {
    return sql.row(
        """
        select id from client where phone = ? and merged_into_id is null
        union all select client_id from client_identity where value = ? and kind = 'JID' and channel_type = 'EVOLUTION'
        union all select id from client where email = ? and merged_into_id is null limit 1
        """,
        r -> r.getLong(1),
        line.text("phone"),
        line.text("phone") == null ? null : address(line.text("phone")),
        line.text("email"));
  }

  /** Her first message will find this card: at WhatsApp she is called by her number. */
  RowResult create(long importId, ImportLine line) {
    var id =
        sql.row(
                """
                insert into client (organization_id, id, name, phone, email, language, about, company_id, import_id)
                values (?, nextval('message_id'), ?, ?, ?, ?, ?, ?, ?) returning id
                """,
                r -> r.getLong("id"),
                TenantScope.required().value(),
                line.text("name"),
                line.text("phone"),
                line.text("email"),
                line.text("language"),
                line.text("about"),
                profiles.company(line.text("company")),
                importId)
            .orElseThrow();
    if (line.text("phone") != null) {
      sql.change(
          "insert into client_identity (organization_id, channel_type, kind, value, client_id)"
              + " values (?, 'EVOLUTION', 'JID', ?, ?) on conflict do nothing",
          TenantScope.required().value(),
          address(line.text("phone")),
          id);
    }
    fields.fill(Bearer.CLIENT, id, line.values());
    return new RowResult(true, id, tags.put(Bearer.CLIENT, id, line.tags()));
  }

  /**
   * Fills what the card lacks and returns what that was. A card that the same import has made does
   * not count as edited by it.
   */
  List<String> fill(long importId, long clientId, ImportLine line) {
    var filled = new ArrayList<String>();
    line.texts()
        .forEach(
            (target, text) -> {
              if (fill(importId, clientId, target, text)) {
                filled.add(target);
              }
            });
    filled.addAll(fields.fill(Bearer.CLIENT, clientId, line.values()));
    filled.addAll(tags.put(Bearer.CLIENT, clientId, line.tags()));
    return filled;
  }

  /**
   * Deletes a client that the import has created; false when something has happened with her since,
   * or somebody has edited the card or put a tag on it.
   */
  boolean remove(long importId, long clientId) {
    return tags.remove(Bearer.CLIENT, importId, clientId, () -> remove(clientId));
  }

  private boolean remove(long clientId) {
    return sql.change(
            """
            delete from client c where c.id = ? and c.version = 0 and c.merged_into_id is null
              and not exists (select from conversation v where v.organization_id = c.organization_id and v.client_id = c.id)
              and not exists (select from orders o where o.organization_id = c.organization_id and o.client_id = c.id)
              and not exists (select from deal d where d.organization_id = c.organization_id and d.client_id = c.id)
              and not exists (select from client_note n where n.organization_id = c.organization_id and n.client_id = c.id)
              and not exists (select from audit_event a where a.organization_id = c.organization_id and a.client_id = c.id)
              and not exists (select from client_merge m where m.organization_id = c.organization_id and c.id in (m.survivor_id, m.loser_id))
            """,
            clientId)
        == 1;
  }

  /** Empties what the import has filled in and nobody has changed since. */
  void empty(long clientId, ImportLine line, List<String> filled) {
    tags.takeOff(Bearer.CLIENT, clientId, filled);
    fields.empty(Bearer.CLIENT, clientId, line.values(), filled);
    for (var target : filled) {
      if (COLUMNS.containsKey(target)) {
        var column = COLUMNS.get(target);
        sql.change(
            "update client set %1$s = null, version = version + 1 where id = ? and %1$s = ?"
                .formatted(column),
            clientId,
            value(target, line.text(target)));
      }
    }
  }

  private boolean fill(long importId, long clientId, String target, String text) {
    return text != null
        && sql.change(
                """
                update client set %1$s = ?, version = version + case when import_id = ? then 0 else 1 end
                where id = ? and %1$s is null\
                """
                    .formatted(COLUMNS.get(target)),
                value(target, text),
                importId,
                clientId)
            == 1;
  }

  private Object value(String target, String text) {
    return target.equals("company") ? profiles.company(text) : text;
  }

  private static String address(String phone) {
    return phone + "@s.whatsapp.net";
  }
}
