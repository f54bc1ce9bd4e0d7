package org.tulpar.conversation.beside;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.Tag;
import org.tulpar.conversation.ConversationStatus;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads around a conversation of the organization in scope. */
@Repository
class BesideRows {

  /** One question for both kinds: whoever opens a conversation waits for every one. */
  private static final String KNOWN =
      """
      with me as materialized (select organization_id, client_id from conversation where id = ?)
      select * from (
        (select 'TAG' as what, t.id, t.name as text, null as person, null::timestamptz as at
         from me join client_tag c on c.organization_id = me.organization_id and c.client_id = me.client_id
         join tag t on t.organization_id = c.organization_id and t.id = c.tag_id)
        union all
        (select 'NOTE', n.id, n.body, u.name, n.created_at
         from me join client_note n on n.organization_id = me.organization_id and n.client_id = me.client_id
         join users u on u.organization_id = n.organization_id and u.id = n.user_id
         order by n.created_at desc, n.id desc limit 1)
      ) known order by what desc, lower(text), id
      """;

  private static final String OTHERS =
      """
      with me as materialized (select organization_id, client_id from conversation where id = ?)
      select v.id, v.last_message_at, ch.type, ch.name, v.status, v.last_message_text
      from me join conversation v on v.organization_id = me.organization_id and v.client_id = me.client_id
      join channel ch on ch.organization_id = v.organization_id and ch.id = v.channel_id
      where v.id <> ? order by v.last_message_at desc, v.id desc limit ?
      """;

  @Inject private TenantSql sql;

  KnownClient client(long conversation) {
    var tags = new ArrayList<Tag>();
    KnownClient.Note note = null;
    for (var line : sql.rows(KNOWN, BesideRows::line, conversation)) {
      if (line.note() == null) {
        tags.add(line.tag());
      } else {
        note = line.note();
      }
    }
    return new KnownClient(List.copyOf(tags), note);
  }

  List<OtherConversation> others(long conversation, int most) {
    return sql.rows(
        OTHERS,
        r ->
            new OtherConversation(
                r.getLong("id"),
                TenantSql.instant(r, "last_message_at"),
                TenantSql.constant(r, "type", ChannelType.class),
                r.getString("name"),
                TenantSql.constant(r, "status", ConversationStatus.class),
                r.getString("last_message_text")),
        conversation,
        conversation,
        most);
  }

  /** Either a tag or a note; the other is null. */
  private record Line(Tag tag, KnownClient.Note note) {}

  private static Line line(ResultSet r) throws SQLException {
    return "TAG".equals(r.getString("what"))
        ? new Line(new Tag(r.getLong("id"), r.getString("text")), null)
        : new Line(
            null,
            new KnownClient.Note(
                r.getString("person"), TenantSql.instant(r, "at"), r.getString("text")));
  }
}
