package org.tulpar.conversation.translated;

import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.translation.FindingsJson;
import org.tulpar.translation.fidelity.Finding;

/** Translations of the messages of the organization in scope. */
@Repository
class TranslatedMessages {

  @Inject private TenantSql sql;

  record Row(
      long message, String source, String text, boolean written, String findings, String failure) {}

  List<Row> lines(Collection<Long> messages, String language) {
    return sql.rows(
        """
        select message_id, source_language, text, written, findings, failure_code from message_translation
        where message_id = any (?) and language = ? and (text is not null or failure_code is not null)
        """,
        row ->
            new Row(
                row.getLong("message_id"),
                row.getString("source_language"),
                row.getString("text"),
                row.getBoolean("written"),
                row.getString("findings"),
                row.getString("failure_code")),
        messages.toArray(Long[]::new),
        language);
  }

  /**
   * Has those translated that are not in this language yet; returns them and those that wait
   * already. What the budget did not last for is tried anew when it would now.
   *
   * @param left of the budget, in characters
   */
  List<Long> want(Collection<Long> messages, String language, long left) {
    return sql.rows(
        """
        with seen as (select m.organization_id, m.id, length(m.body) as characters from message m where m.id = any (?) and m.deleted_at is null),
        unpaid as (delete from message_translation t using seen s where t.organization_id = s.organization_id and t.message_id = s.id
          and t.language = ? and t.failure_code = 'budget' and s.characters <= ? returning t.message_id),
        wanted as (
          select s.organization_id, s.id from seen s where s.id in (select message_id from unpaid) or not exists (
            select from message_translation t where t.organization_id = s.organization_id and t.message_id = s.id and t.language = ?)),
        queued as (insert into translation_job (organization_id, message_id) select organization_id, id from wanted on conflict do nothing)
        select id from wanted
        """,
        row -> row.getLong("id"),
        messages.toArray(Long[]::new),
        language,
        left,
        language);
  }

  Optional<Counterpart> counterpart(long conversation) {
    return sql.row(
        """
        select c.name, c.language from conversation v
        join client c on c.organization_id = v.organization_id and c.id = v.client_id where v.id = ?
        """,
        row -> new Counterpart(row.getString("name"), row.getString("language")),
        conversation);
  }

  void speaks(long conversation, String language) {
    sql.change(
        """
        update client c set language = ?, version = c.version + 1 from conversation v
        where v.organization_id = c.organization_id and v.client_id = c.id and v.id = ? and c.language is distinct from ?
        """,
        language,
        conversation,
        language);
  }

  /** Keeps what a person has written beside the message that carries its translation. */
  void written(long first, long conversation, String sent, Written written, List<Finding> lost) {
    sql.change(
        """
        insert into message_translation (organization_id, message_id, language, source_language, text, written, findings)
        select m.organization_id, m.id, ?, ?, ?, true, ?::jsonb from message m
        where m.organization_id = ? and m.conversation_id = ? and m.id >= ? and m.direction = 'OUT' and m.body = ? order by m.id limit 1
        on conflict (organization_id, message_id, language) do nothing
        """,
        written.language(),
        written.into(),
        written.text(),
        FindingsJson.write(lost),
        TenantScope.required().value(),
        conversation,
        first,
        sent);
  }
}
