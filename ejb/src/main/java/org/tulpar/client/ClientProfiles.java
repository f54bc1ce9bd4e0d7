package org.tulpar.client;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.IdentityKind;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomFields;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** Reads and changes whole cards. */
@Repository
public class ClientProfiles {

  @Inject TenantSql sql;
  @Inject Tags tags;
  @Inject CustomFields fields;

  public Optional<ClientProfile> byId(long id) {
    return sql.row(
        """
        select c.*, f.name as company from client c
        left join company f on f.organization_id = c.organization_id and f.id = c.company_id where c.id = ?
        """,
        this::profile,
        id);
  }

  /**
   * Returns false when the card is not in this version any more. A name that a person has typed is
   * not taken back by a messenger: no event comes after it.
   */
  boolean update(long id, ClientEdit edit, Long companyId) {
    return sql.change(
            """
            update client set named_by = case when client.name is distinct from n.name then 9223372036854775807 else named_by end,
              name = n.name, phone = ?, email = ?, language = ?, about = ?, company_id = ?, version = version + 1
            from (select ?::text as name) n
            where id = ? and version = ? and merged_into_id is null
            """,
            edit.phone(),
            edit.email(),
            edit.language(),
            edit.about(),
            companyId,
            edit.name(),
            id,
            edit.version())
        == 1;
  }

  long insert(ClientEdit edit, Long companyId) {
    return sql.row(
            """
            insert into client (organization_id, id, name, phone, email, language, about, company_id)
            values (?, nextval('message_id'), ?, ?, ?, ?, ?, ?) returning id
            """,
            r -> r.getLong("id"),
            TenantScope.required().value(),
            edit.name(),
            edit.phone(),
            edit.email(),
            edit.language(),
            edit.about(),
            companyId)
        .orElseThrow();
  }

  /** The company of this name, made when there is none; null for null. */
  public Long company(String name) {
    if (name == null) {
      return null;
    }
    sql.change(
        "insert into company (organization_id, id, name) values (?, nextval('entity_id'), ?)"
            + " on conflict (organization_id, name_key) do nothing",
        TenantScope.required().value(),
        name);
    return sql.row("select id from company where name_key = lower(?)", r -> r.getLong("id"), name)
        .orElseThrow();
  }

  /** Nothing for null, which is not asked. */
  Optional<ClientCard.Company> named(Long companyId) {
    return companyId == null
        ? Optional.empty()
        : sql.row(
            "select id, name from company where id = ?",
            r -> new ClientCard.Company(r.getLong("id"), r.getString("name")),
            companyId);
  }

  void addNote(long clientId, long userId, String body) {
    sql.change(
        "insert into client_note (organization_id, id, client_id, user_id, body) values (?,"
            + " nextval('entity_id'), ?, ?, ?)",
        TenantScope.required().value(),
        clientId,
        userId,
        body);
  }

  /** Keeps for the audit and the timeline what a person did. */
  public void record(String event, long clientId, long userId) {
    sql.change(
        "insert into audit_event (organization_id, type, user_id, client_id) values (?, ?, ?, ?)",
        TenantScope.required().value(),
        event,
        userId,
        clientId);
  }

  private ClientProfile profile(ResultSet r) throws SQLException {
    var id = r.getLong("id");
    var values = fields.values(Bearer.CLIENT, id);
    return new ClientProfile(
        id,
        r.getString("name"),
        r.getString("phone"),
        r.getString("email"),
        r.getString("language"),
        r.getString("about"),
        r.getObject("company_id", Long.class),
        r.getString("company"),
        TenantSql.instant(r, "created_at"),
        r.getObject("merged_into_id", Long.class),
        r.getInt("version"),
        identities(id),
        tags.of(Bearer.CLIENT, id),
        fields.active(Bearer.CLIENT).stream()
            .map(field -> new ClientProfile.Field(field, values.get(field.id())))
            .toList(),
        deals(id));
  }

  private List<ClientCard.Identity> identities(long id) {
    return sql.rows(
        "select channel_type, kind, value from client_identity where client_id = ? order by"
            + " created_at, value",
        r ->
            new ClientCard.Identity(
                TenantSql.constant(r, "channel_type", ChannelType.class),
                TenantSql.constant(r, "kind", IdentityKind.class),
                r.getString("value")),
        id);
  }

  private List<ClientProfile.Deal> deals(long id) {
    return sql.rows(
        """
        select d.id, d.pipeline_id, d.title, s.name as stage, s.kind, d.amount, d.currency from deal d
        join stage s on s.organization_id = d.organization_id and s.id = d.stage_id
        where d.client_id = ? order by d.created_at desc, d.id desc limit 20
        """,
        r ->
            new ClientProfile.Deal(
                r.getLong("id"),
                r.getLong("pipeline_id"),
                r.getString("title"),
                r.getString("stage"),
                r.getString("kind"),
                r.getBigDecimal("amount"),
                r.getString("currency")),
        id);
  }
}
