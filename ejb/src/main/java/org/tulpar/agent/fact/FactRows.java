package org.tulpar.agent.fact;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tulpar.agent.DialogueRows;
import org.tulpar.agent.LanguageModel.Line;
import org.tulpar.agent.Playbook;
import org.tulpar.agent.fact.Reading.Known;
import org.tulpar.agent.fact.Reading.Spoken;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** Reads what facts are found in, and keeps them, for the organization in scope. */
@Repository
class FactRows {

  /** Facts from before that the model is told. */
  private static final int MOST_KNOWN = 30;

  @Inject private TenantSql sql;
  @Inject private DialogueRows dialogues;

  private record Reader(Playbook.Agent agent, Locale locale) {}

  Optional<Reading> reading(long conversation) {
    return sql.row(
            """
            select a.name, a.version, a.prompt, a.model, o.locale from ai_agent a
            join organization o on o.organization_id = a.organization_id
            where a.type = 'QUALIFICATION' and a.active order by a.id limit 1
            """,
            FactRows::reader)
        .map(
            by -> {
              var spoken = spoken(conversation);
              return new Reading(by.agent(), by.locale(), spoken, known(conversation, spoken));
            });
  }

  private static Reader reader(ResultSet r) throws SQLException {
    var agent =
        new Playbook.Agent(
            r.getString("name"), r.getInt("version"), r.getString("prompt"), r.getString("model"));
    return new Reader(agent, Locale.forLanguageTag(r.getString("locale")));
  }

  private List<Spoken> spoken(long conversation) {
    return dialogues.lines(conversation).stream()
        .map(FactRows::spoken)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Spoken> spoken(DialogueRows.Said said) {
    return Line.of(said.author(), said.kind(), said.body())
        .map(line -> new Spoken(said.id(), said.body() == null ? "" : said.body(), line));
  }

  private List<Known> known(long conversation, List<Spoken> read) {
    return sql.rows(
        """
        select id, text from extracted_fact
        where conversation_id = ? and dismissed_at is null and message_id <> all (?) order by id desc limit ?
        """,
        r -> new Known(r.getLong("id"), r.getString("text")),
        conversation,
        messages(read),
        MOST_KNOWN);
  }

  /**
   * Until the transaction ends nobody changes the messages or joins the conversation to another:
   * whoever does holds them first, and then the facts. False when it is gone.
   */
  boolean hold(long conversation, Reading reading) {
    var there =
        sql.row("select 1 from conversation where id = ? for key share", r -> true, conversation);
    sql.rows(
        "select 1 from message where id = any (?) order by id for key share",
        r -> true,
        (Object) messages(reading.spoken()));
    return there.isPresent();
  }

  int forget(long conversation, Reading reading, FoundFacts found) {
    var facts = found.facts();
    return sql.change(
        """
        delete from extracted_fact f where f.conversation_id = ? and f.message_id = any (?) and f.dismissed_at is null
          and not exists (select from unnest(?::bigint[], ?::text[], ?::text[]) n(message_id, kind, quote)
                          where n.message_id = f.message_id and n.kind = f.kind and n.quote = f.quote)
        """,
        conversation,
        messages(reading.spoken()),
        facts.stream().map(fact -> fact.in().message()).toArray(Long[]::new),
        texts(facts, fact -> fact.kind().name()),
        texts(facts, FoundFact::quote));
  }

  int keep(long conversation, FoundFacts found) {
    var facts = found.facts();
    return sql.change(
        """
        insert into extracted_fact as f (organization_id, conversation_id, message_id, kind, text, quote)
        select distinct on (n.message_id, n.kind, n.quote) m.organization_id, m.conversation_id, m.id, n.kind, n.text, n.quote
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[]) n(message_id, body, kind, text, quote)
        join message m on m.id = n.message_id
        where m.conversation_id = ? and m.body = n.body and m.deleted_at is null
          and not exists (
            select from extracted_fact d where d.organization_id = m.organization_id and d.message_id = m.id and d.kind = n.kind
              and d.dismissed_at is not null and (strpos(lower(d.quote), lower(n.quote)) > 0 or strpos(lower(n.quote), lower(d.quote)) > 0))
        on conflict (organization_id, message_id, kind, quote) do update set text = excluded.text
          where f.dismissed_at is null and f.text <> excluded.text
        """,
        facts.stream().map(fact -> fact.in().message()).toArray(Long[]::new),
        texts(facts, fact -> fact.in().body()),
        texts(facts, fact -> fact.kind().name()),
        texts(facts, FoundFact::text),
        texts(facts, FoundFact::quote),
        conversation);
  }

  int over(long conversation, List<Long> facts) {
    return facts.isEmpty()
        ? 0
        : sql.change(
            "delete from extracted_fact where conversation_id = ? and id = any (?) and dismissed_at is null",
            conversation,
            facts.toArray(Long[]::new));
  }

  private static Long[] messages(List<Spoken> read) {
    return read.stream().map(Spoken::message).toArray(Long[]::new);
  }

  private static String[] texts(List<FoundFact> facts, Function<FoundFact, String> part) {
    return facts.stream().map(part).toArray(String[]::new);
  }
}
