package org.tulpar.dialogue.translation;

import jakarta.inject.Inject;
import java.time.Duration;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.translation.FindingsJson;
import org.tulpar.translation.Interpretation.Missing;
import org.tulpar.translation.Interpretation.Rendered;

/** What became of the jobs of the organization in scope. */
@Repository
class TranslatedRows {

  @Inject private TenantSql sql;

  /** A message that was edited or deleted meanwhile takes no translation of what it was. */
  private static final String STORE =
      """
      insert into message_translation as t (organization_id, message_id, language, source_language, engine, text, findings, failure_code)
      select m.organization_id, m.id, ?, ?, ?, ?, ?::jsonb, ? from message m
      where m.organization_id = ? and m.id = ? and m.body = ? and m.deleted_at is null
      on conflict (organization_id, message_id, language) do update set source_language = excluded.source_language, engine = excluded.engine,
        text = excluded.text, findings = excluded.findings, failure_code = excluded.failure_code where not t.written
      """;

  void rendered(TranslationJob job, String language, Rendered rendered) {
    sql.change(
        STORE,
        language,
        rendered.source(),
        rendered.engine(),
        rendered.text(),
        FindingsJson.write(rendered.findings()),
        null,
        TenantScope.required().value(),
        job.message(),
        job.text());
  }

  /** It needs none, and is not asked about again. */
  void same(TranslationJob job, String language) {
    sql.change(
        STORE,
        language,
        language,
        null,
        null,
        null,
        null,
        TenantScope.required().value(),
        job.message(),
        job.text());
  }

  void failed(TranslationJob job, String language, Missing missing) {
    sql.change(
        STORE,
        language,
        job.language(),
        null,
        null,
        null,
        missing.code(),
        TenantScope.required().value(),
        job.message(),
        job.text());
  }

  /** What a person has said about the language stays. */
  void speaks(long client, String language) {
    sql.change(
        "update client set language = ?, version = version + 1 where id = ? and language is null",
        language,
        client);
  }

  void end(TranslationJob job) {
    sql.change("delete from translation_job where message_id = ?", job.message());
  }

  void defer(TranslationJob job, Duration wait) {
    sql.change(
        "update translation_job set claimed_until = null, due_at = now() + ? * interval '1 second'"
            + " where message_id = ?",
        wait.toSeconds(),
        job.message());
  }

  /** The engine wants to be left alone by this organization. */
  void pause(Duration wait) {
    sql.change(
        "update translation_job set due_at = greatest(due_at, now() + ? * interval '1 second')"
            + " where claimed_until is null",
        wait.toSeconds());
  }
}
