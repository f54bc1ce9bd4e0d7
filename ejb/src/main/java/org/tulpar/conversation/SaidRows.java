package org.tulpar.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.ContentJson;
import org.tulpar.conversation.TranscriptLine.Asked;
import org.tulpar.conversation.TranscriptLine.Beside;
import org.tulpar.conversation.TranscriptLine.File;
import org.tulpar.conversation.TranscriptLine.Pending;
import org.tulpar.conversation.TranscriptLine.Place;
import org.tulpar.conversation.TranscriptLine.Quote;
import org.tulpar.conversation.TranscriptLine.Sign;
import org.tulpar.conversation.provenance.ProvenanceJson;
import org.tulpar.media.FileType;
import org.tulpar.tenant.TenantSql;

/** Reads messages as they are shown: with their files, answers and reactions, in one question. */
final class SaidRows {

  /** Of one conversation, newest first; a reaction is no message. */
  static final String PAGE =
      """
      select m.id, m.occurred_at, m.author, m.origin, m.status, m.kind, m.body, m.user_id,
             coalesce(u.name, m.sender_name) as sender, m.failure_code,
             m.status = 'FAILED' and exists (select from dead_letter d where d.organization_id = m.organization_id and d.message_id = m.id
                                             and d.settlement is null) as undecided,
             coalesce(f.file_name, m.content ->> 'fileName', m.content ->> 'type') as detail, (m.content ->> 'voice')::boolean as voice,
             (m.content ->> 'seconds')::int as seconds, coalesce(f.bytes, (m.content ->> 'size')::bigint) as bytes,
             m.edited_at is not null as edited, m.deleted_at is not null as deleted, (m.content ->> 'once')::boolean as once, m.external_id is not null as named, m.sent_at,
             m.provenance, case when m.kind = 'QUESTION' and m.edited_at is null then m.content end as question,
             a.id as correction_id, a.kind as correction, a.status = 'FAILED' as correction_failed, a.failure_code as correction_failure,
             (m.content ->> 'latitude')::float8 as latitude, (m.content ->> 'longitude')::float8 as longitude,
             (select string_agg(substring(c ->> 'vcard' from 'TEL[^:]*:([^\r\n]+)'), ', ') from jsonb_array_elements(m.content -> 'cards') c) as numbers,
             f.id as file, f.status as file_state, f.content_type,
             m.quoted_external_id as quoted, q.id as quoted_id, q.author as quoted_author, q.kind as quoted_kind, q.body as quoted_body,
             coalesce(w.name, q.sender_name) as quoted_sender,
             (select array_agg(array[r.sign, coalesce(r.name, ''), r.reactor] order by r.reacted_at) from message_reaction r
              where r.organization_id = m.organization_id and r.external_id = m.external_id and r.channel_id = v.channel_id and r.sign <> '') as signs
      from message m
      join conversation v on v.organization_id = m.organization_id and v.id = m.conversation_id
      left join users u on u.organization_id = m.organization_id and u.id = m.user_id
      left join media f on f.organization_id = m.organization_id and f.message_id = m.id
      left join lateral (
        select x.id, x.author, x.kind, left(x.body, 200) as body, x.sender_name, x.user_id from message x
        where x.organization_id = m.organization_id and x.external_id = m.quoted_external_id and x.conversation_id = m.conversation_id limit 1) q on true
      left join users w on w.organization_id = m.organization_id and w.id = q.user_id
      left join lateral (
        select e.id, e.kind, e.status, e.failure_code from message e
        where e.organization_id = m.organization_id and e.target_id = m.id order by e.id desc limit 1) a
        on m.direction = 'OUT' and (a.status in ('QUEUED', 'SENDING', 'UNKNOWN') or a.status = 'FAILED' and exists (
          select from dead_letter d where d.organization_id = m.organization_id and d.message_id = a.id and d.settlement is null))
      where m.conversation_id = ? and m.kind not in ('REACTION', 'EDIT', 'DELETION') %s
      order by m.occurred_at desc, m.id desc limit ?
      """;

  private static final String OURS = "owner";

  private SaidRows() {}

  static TranscriptLine.Said read(ResultSet r) throws SQLException {
    return new TranscriptLine.Said(
        r.getLong("id"),
        TenantSql.instant(r, "occurred_at"),
        TenantSql.constant(r, "author", Author.class),
        TenantSql.constant(r, "origin", Origin.class),
        TenantSql.constant(r, "status", MessageStatus.class),
        r.getString("kind"),
        r.getString("body"),
        r.getString("detail"),
        r.getBoolean("voice"),
        r.getObject("seconds", Integer.class),
        r.getObject("bytes", Long.class),
        r.getObject("user_id", Long.class),
        r.getString("sender"),
        r.getString("failure_code"),
        r.getBoolean("undecided"),
        beside(r));
  }

  private static Beside beside(ResultSet r) throws SQLException {
    return new Beside(
        file(r),
        place(r),
        r.getString("numbers"),
        quote(r),
        signs(r),
        r.getBoolean("edited"),
        r.getBoolean("deleted"),
        r.getBoolean("once"),
        r.getBoolean("named"),
        TenantSql.instant(r, "sent_at"),
        pending(r),
        ProvenanceJson.read(r.getString("provenance")),
        asked(r.getString("question")));
  }

  private static Asked asked(String content) {
    if (content == null) {
      return null;
    }
    var question = ContentJson.question(content);
    return new Asked(question.question(), question.answers());
  }

  private static Pending pending(ResultSet r) throws SQLException {
    return r.getObject("correction_id") == null
        ? null
        : new Pending(
            r.getLong("correction_id"),
            TenantSql.constant(r, "correction", Correction.class),
            r.getBoolean("correction_failed"),
            r.getString("correction_failure"));
  }

  private static File file(ResultSet r) throws SQLException {
    var id = r.getObject("file", UUID.class);
    var type = r.getString("content_type");
    return id == null
        ? null
        : new File(id, r.getString("file_state"), type == null ? null : FileType.known(type));
  }

  private static Place place(ResultSet r) throws SQLException {
    var latitude = r.getObject("latitude", Double.class);
    var longitude = r.getObject("longitude", Double.class);
    return latitude == null || longitude == null ? null : new Place(latitude, longitude);
  }

  private static Quote quote(ResultSet r) throws SQLException {
    return r.getString("quoted") == null
        ? null
        : new Quote(
            r.getObject("quoted_id", Long.class),
            TenantSql.constant(r, "quoted_author", Author.class),
            r.getString("quoted_sender"),
            r.getString("quoted_kind"),
            r.getString("quoted_body"));
  }

  private static List<Sign> signs(ResultSet r) throws SQLException {
    var array = r.getArray("signs");
    var signs = new ArrayList<Sign>();
    if (array != null) {
      for (var row : (String[][]) array.getArray()) {
        signs.add(new Sign(row[0], row[1].isEmpty() ? null : row[1], row[2].equals(OURS)));
      }
    }
    return List.copyOf(signs);
  }
}
