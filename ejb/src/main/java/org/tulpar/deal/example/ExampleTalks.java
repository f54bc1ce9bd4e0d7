package org.tulpar.deal.example;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * The dialogues of the examples. Their channel has no webhook and no key, and their kind takes no
 * answer: nothing of them ever leaves.
 */
@Repository
class ExampleTalks {

  private static final String EXAMPLES = "select id from conversation where kind = 'EXAMPLE'";
  private static final Duration APART = Duration.ofMinutes(4);

  @Inject private TenantSql sql;

  UUID channel(String name) {
    var id = UUID.randomUUID();
    sql.change(
        "insert into channel (organization_id, id, type, name, instance, api_url, example) values"
            + " (?, ?, 'EVOLUTION', ?, 'example', 'http://example.invalid', true)",
        organization(),
        id,
        name);
    return id;
  }

  /**
   * Returns the conversation's id.
   *
   * @param end when the last word was said
   */
  long add(UUID channel, long client, ExampleTalk talk, long userId, Instant end) {
    var last = talk.said().getLast();
    var waits = last.isIn() ? end : null;
    var id =
        sql.row(
                """
                insert into conversation (organization_id, id, client_id, channel_id, address, kind, handler, assignee_id, unread,
                  waiting_since, last_client_at, last_message_at, last_message_author, last_message_text)
                values (?, nextval('message_id'), ?, ?, ?, 'EXAMPLE', ?, ?::bigint, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?)
                returning id
                """,
                r -> r.getLong("id"),
                organization(),
                client,
                channel,
                "example-" + client,
                talk.handler(),
                talk.handler().equals("HUMAN") ? userId : null,
                last.isIn() ? 1 : 0,
                waits,
                end,
                end,
                last.author(),
                last.text())
            .orElseThrow();
    var at = end.minus(APART.multipliedBy(talk.said().size() - 1L));
    for (var said : talk.said()) {
      say(id, said, userId, at);
      at = at.plus(APART);
    }
    return id;
  }

  private void say(long conversation, ExampleTalk.Said said, long userId, Instant at) {
    sql.change(
        """
        insert into message (organization_id, id, conversation_id, direction, author, origin, status, kind, body, user_id, occurred_at)
        values (?, nextval('message_id'), ?, ?, ?, ?, ?, 'TEXT', ?, ?::bigint, ?::timestamptz)
        """,
        organization(),
        conversation,
        said.isIn() ? "IN" : "OUT",
        said.author(),
        said.isIn() ? "PHONE" : "CRM",
        said.isIn() ? "DELIVERED" : "READ",
        said.text(),
        said.author().equals("MANAGER") ? userId : null,
        at);
  }

  /** What is real and was made from one of them stays, without it. */
  void removeAll() {
    sql.change(
        "update deal set conversation_id = null where conversation_id in (" + EXAMPLES + ")");
    sql.change(
        "update orders set conversation_id = null where conversation_id in (" + EXAMPLES + ")");
    for (var table :
        new String[] {
          "note_mention", "conversation_note", "audit_event", "dead_letter", "message"
        }) {
      sql.change("delete from %s where conversation_id in (%s)".formatted(table, EXAMPLES));
    }
    sql.change("delete from conversation where kind = 'EXAMPLE'");
    sql.change(
        """
        delete from channel h where h.example
          and not exists (select from conversation c where c.organization_id = h.organization_id and c.channel_id = h.id)
        """);
  }

  private static UUID organization() {
    return TenantScope.required().value();
  }
}
