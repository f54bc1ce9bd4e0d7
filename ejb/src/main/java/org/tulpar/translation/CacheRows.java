package org.tulpar.translation;

import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.translation.Translator.Translated;

/** What was translated lately for the organization in scope. */
@Repository
public class CacheRows {

  @Inject private TenantSql sql;

  /** A text as this engine translates it with this glossary. */
  public record Key(byte[] hash, String target, Engine engine, int glossaryVersion) {}

  Optional<Translated.Done> find(Key key) {
    return sql.row(
        """
        select text, source_language from translation_cache
        where organization_id = ? and source_hash = ? and target = ? and engine = ? and glossary_version = ?
        """,
        row -> new Translated.Done(row.getString("text"), row.getString("source_language")),
        TenantScope.required().value(),
        key.hash(),
        key.target(),
        key.engine(),
        key.glossaryVersion());
  }

  void keep(Key key, Translated.Done done) {
    sql.change(
        """
        insert into translation_cache (organization_id, source_hash, target, engine, glossary_version, source_language, text)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        TenantScope.required().value(),
        key.hash(),
        key.target(),
        key.engine(),
        key.glossaryVersion(),
        done.source(),
        done.text());
  }
}
