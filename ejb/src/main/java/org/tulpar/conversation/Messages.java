package org.tulpar.conversation;

import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ContentJson;
import org.tulpar.channel.Lane;
import org.tulpar.channel.MessageContent;
import org.tulpar.channel.TemplateMessage;
import org.tulpar.channel.policy.MessageTemplate;
import org.tulpar.kernel.Repository;
import org.tulpar.media.MediaFile;
import org.tulpar.media.Parcel;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.translation.Tongue;

/** The messages of the organization in scope. */
@Repository
class Messages {

  /** Ahead of the bot's 5: a person does not wait behind machines. */
  private static final int PERSON_FIRST = 1;

  @Inject private TenantSql sql;

  Optional<Long> byIdempotencyKey(UUID key) {
    return sql.row("select id from message where idempotency_key = ?", r -> r.getLong(1), key);
  }

  /**
   * What a person sends.
   *
   * @param content beside the text, as JSON, or null
   */
  record Words(String kind, String body, String content, String quoted, MediaFile file) {

    static Words of(Parcel parcel, String quoted) {
      var content = parcel.file() == null ? null : beside(parcel);
      return new Words(parcel.kind(), parcel.body(), content, quoted, parcel.file());
    }

    static Words of(MessageContent content) {
      return new Words(content.kind(), content.text(), ContentJson.of(content), null, null);
    }

    static Words of(MessageTemplate template, TemplateMessage call) {
      return new Words(TemplateMessage.KIND, template.filled(call), call.json(), null, null);
    }

    static Words sign(Addressed target, String sign) {
      var content =
          Json.createObjectBuilder()
              .add("target", target.externalId())
              .add("ours", target.ours())
              .build();
      return new Words("REACTION", sign, content.toString(), null, null);
    }

    private static String beside(Parcel parcel) {
      return Json.createObjectBuilder()
          .add("file", parcel.file().id().toString())
          .add("mimeType", parcel.contentType())
          .add("fileName", parcel.file().name())
          .add("size", parcel.file().bytes())
          .add("voice", parcel.voice())
          .build()
          .toString();
    }
  }

  /** A message that is answered or reacted to, by its name at the provider. */
  record Addressed(String externalId, boolean ours) {}

  /** Nothing when the conversation has no such message, or the provider has not named it (yet). */
  Optional<Addressed> addressed(long conversationId, long message) {
    return sql.row(
        """
        select external_id, direction = 'OUT' as ours from message
        where conversation_id = ? and id = ? and external_id is not null and deleted_at is null
        """,
        r -> new Addressed(r.getString("external_id"), r.getBoolean("ours")),
        conversationId,
        message);
  }

  /** Stores a person's words and lays them into the outbox; returns their id. */
  long queue(Conversation conversation, long userId, Words words, UUID key, Instant now) {
    var organization = TenantScope.required();
    long id = sql.row("select nextval('message_id')", r -> r.getLong(1)).orElseThrow();
    sql.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status,
                             kind, body, content, quoted_external_id, user_id, handler_epoch, idempotency_key, occurred_at)
        values (?, ?, ?, 'OUT', 'MANAGER', 'CRM', 'QUEUED', ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
        """,
        organization.value(),
        id,
        conversation.id(),
        words.kind(),
        words.body(),
        words.content(),
        words.quoted(),
        userId,
        conversation.handlerEpoch(),
        key,
        now);
    send(conversation, id);
    if (Tongue.hasWords(words.body())) {
      translate(organization, id);
    }
    return id;
  }

  /** Lays a message that is stored into the outbox. */
  void send(Conversation conversation, long id) {
    var organization = TenantScope.required();
    sql.change(
        """
        insert into outbox_message (organization_id, message_id, conversation_id, channel_id, lane, priority)
        values (?, ?, ?, ?, ?, ?)
        """,
        organization.value(),
        id,
        conversation.id(),
        conversation.channelId(),
        Lane.of(organization),
        PERSON_FIRST);
  }

  /** Some of those who read it may have another language than who wrote it. */
  private void translate(OrganizationId organization, long id) {
    sql.change(
        """
        insert into translation_job (organization_id, message_id)
        select s.organization_id, ? from translation_settings s where s.organization_id = ? and s.engine <> 'NONE'
        """,
        id,
        organization.value());
  }

  /** Newest first. */
  List<TranscriptLine.Said> said(long conversationId, Transcript.Position before, int most) {
    var values = new ArrayList<Object>(List.of(conversationId));
    if (before != null) {
      values.addAll(List.of(before.at(), before.id()));
    }
    values.add(most);
    return sql.rows(
        SaidRows.PAGE.formatted(before == null ? "" : "and (m.occurred_at, m.id) < (?, ?)"),
        SaidRows::read,
        values.toArray());
  }

  Optional<UUID> channel(long conversationId) {
    return sql.row(
        "select channel_id from conversation where id = ?",
        r -> r.getObject(1, UUID.class),
        conversationId);
  }

  Optional<ConversationHead> head(long conversationId) {
    return sql.row(
        """
        select c.id, c.client_id, cl.name as client_name, cl.phone, c.address, ch.type as channel_type,
               ch.name as channel_name, c.status, c.handler, c.handler_since, c.assignee_id, u.name as assignee,
               c.waiting_since, c.unread, c.kind, c.last_client_at, c.channel_id, c.answered_at, c.team_id, t.name as team, c.snoozed_until,
               (select w.due_at from turn w where w.organization_id = c.organization_id and w.conversation_id = c.id and c.handler = 'BOT') as answers_at
        from conversation c
        join client cl on cl.organization_id = c.organization_id and cl.id = c.client_id
        join channel ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
        left join users u on u.organization_id = c.organization_id and u.id = c.assignee_id
        left join team t on t.organization_id = c.organization_id and t.id = c.team_id
        where c.id = ?
        """,
        Messages::head,
        conversationId);
  }

  private static ConversationHead head(ResultSet r) throws SQLException {
    return new ConversationHead(
        r.getLong("id"),
        r.getLong("client_id"),
        r.getString("client_name"),
        r.getString("phone"),
        r.getString("address"),
        TenantSql.constant(r, "channel_type", ChannelType.class),
        r.getString("channel_name"),
        TenantSql.constant(r, "status", ConversationStatus.class),
        TenantSql.constant(r, "handler", Handler.class),
        TenantSql.instant(r, "handler_since"),
        r.getObject("assignee_id", Long.class),
        r.getString("assignee"),
        TenantSql.instant(r, "waiting_since"),
        r.getInt("unread"),
        TenantSql.constant(r, "kind", ChatKind.class),
        TenantSql.instant(r, "last_client_at"),
        TenantSql.instant(r, "answers_at"),
        new ConversationHead.OnDesk(
            r.getObject("channel_id", UUID.class),
            r.getObject("answered_at") != null,
            r.getObject("team_id", Long.class),
            r.getString("team"),
            TenantSql.instant(r, "snoozed_until")));
  }
}
