package org.tulpar.channel.policy;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The templates of the organization in scope. */
@Repository
public class MessageTemplates {

  @Inject private TenantSql sql;

  /** Of one channel, by name. */
  public List<MessageTemplate> approved(UUID channel) {
    return sql.rows(
        """
        select id, name, language, body, parameters from message_template
        where channel_id = ? and status = 'APPROVED' order by name, language limit 200
        """,
        MessageTemplates::template,
        channel);
  }

  /** Nothing when the channel has no such template, or it is not approved. */
  public Optional<MessageTemplate> approved(UUID channel, long id) {
    return sql.row(
        """
        select id, name, language, body, parameters from message_template
        where channel_id = ? and id = ? and status = 'APPROVED'
        """,
        MessageTemplates::template,
        channel,
        id);
  }

  List<TemplateSettings.Line> lines() {
    return sql.rows(
        "select id, name from channel where type = 'WHATSAPP_CLOUD' and removed_at is null order by name, id limit 200",
        r -> new TemplateSettings.Line(r.getObject("id", UUID.class), r.getString("name")));
  }

  List<KnownTemplate> page(UUID channel, KnownTemplate after, int most) {
    var values = new ArrayList<Object>(List.of(channel));
    if (after != null) {
      values.addAll(List.of(after.name(), after.language()));
    }
    values.add(most);
    return sql.rows(
        "select id, name, language, body, parameters, status from message_template where channel_id = ?"
            + (after == null ? "" : " and (name, language) > (?, ?)")
            + " order by name, language limit ?",
        MessageTemplates::known,
        values.toArray());
  }

  Optional<KnownTemplate> known(UUID channel, long id) {
    return sql.row(
        "select id, name, language, body, parameters, status from message_template where channel_id = ? and id = ?",
        MessageTemplates::known,
        channel,
        id);
  }

  boolean isTaken(UUID channel, TemplateSettings.Typed typed, long besides) {
    return sql.row(
            "select 1 from message_template where channel_id = ? and name = ? and language = ? and id <> ?",
            r -> true,
            channel,
            typed.name().strip(),
            typed.language().strip(),
            besides)
        .isPresent();
  }

  void add(UUID channel, TemplateSettings.Typed typed, int places) {
    sql.change(
        """
        insert into message_template (organization_id, id, channel_id, name, language, body, parameters, status)
        values (?, nextval('entity_id'), ?, ?, ?, ?, ?, ?)
        """,
        TenantScope.required().value(),
        channel,
        typed.name().strip(),
        typed.language().strip(),
        typed.body().strip(),
        places,
        typed.status());
  }

  int change(UUID channel, long id, TemplateSettings.Typed typed, int places) {
    return sql.change(
        """
        update message_template set name = ?, language = ?, body = ?, parameters = ?, status = ?, version = version + 1
        where channel_id = ? and id = ?
        """,
        typed.name().strip(),
        typed.language().strip(),
        typed.body().strip(),
        places,
        typed.status(),
        channel,
        id);
  }

  private static KnownTemplate known(ResultSet row) throws SQLException {
    return new KnownTemplate(
        row.getLong("id"),
        row.getString("name"),
        row.getString("language"),
        row.getString("body"),
        row.getInt("parameters"),
        TenantSql.constant(row, "status", TemplateStatus.class));
  }

  private static MessageTemplate template(ResultSet row) throws SQLException {
    return new MessageTemplate(
        row.getLong("id"),
        row.getString("name"),
        row.getString("language"),
        row.getString("body"),
        row.getInt("parameters"));
  }
}
