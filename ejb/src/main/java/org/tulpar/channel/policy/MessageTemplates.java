package org.tulpar.channel.policy;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The approved templates of the organization in scope. */
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

  private static MessageTemplate template(ResultSet row) throws SQLException {
    return new MessageTemplate(
        row.getLong("id"),
        row.getString("name"),
        row.getString("language"),
        row.getString("body"),
        row.getInt("parameters"));
  }
}
