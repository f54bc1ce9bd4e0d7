package org.tulpar.translation;

import jakarta.inject.Inject;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** What the organization in scope has chosen, and what it has used. */
@Repository
class SettingsRows {

  private static final String READ =
      """
      select s.engine, s.api_url, s.api_key_sealed, s.languages, s.characters_per_month, s.glossary_version, coalesce(u.characters, 0) as used
      from translation_settings s left join translation_usage u on u.organization_id = s.organization_id and u.month = ?
      where s.organization_id = ?
      """;

  /** The first statement of a month makes the row; the budget is kept by every later one. */
  private static final String TAKE =
      """
      insert into translation_usage as u (organization_id, month, characters)
      select s.organization_id, ?, ? from translation_settings s
      where s.organization_id = ? and s.characters_per_month >= ?
      on conflict (organization_id, month) do update set characters = u.characters + excluded.characters
        where u.characters + excluded.characters <=
          (select s.characters_per_month from translation_settings s where s.organization_id = u.organization_id)
      """;

  @Inject private TenantSql sql;

  /** With what only the engine may see. */
  record Row(TranslationSettings settings, byte[] sealedKey, int glossaryVersion) {}

  Optional<Row> read(LocalDate month) {
    return sql.row(READ, SettingsRows::row, month, TenantScope.required().value());
  }

  private static Row row(ResultSet row) throws SQLException {
    var sealed = row.getBytes("api_key_sealed");
    return new Row(
        new TranslationSettings(
            TenantSql.constant(row, "engine", Engine.class),
            row.getString("api_url"),
            sealed != null,
            List.copyOf(TenantSql.texts(row, "languages")),
            row.getLong("characters_per_month"),
            row.getLong("used")),
        sealed,
        row.getInt("glossary_version"));
  }

  /**
   * @param sealedKey null: the stored one stays, if the engine and the address do
   */
  void write(TranslationSettings wanted, byte[] sealedKey) {
    sql.change(
        """
        insert into translation_settings as s (organization_id, engine, api_url, api_key_sealed, languages, characters_per_month)
        values (?, ?, ?, ?, ?, ?)
        on conflict (organization_id) do update set engine = excluded.engine, api_url = excluded.api_url,
          api_key_sealed = coalesce(excluded.api_key_sealed, case when s.engine = excluded.engine
            and s.api_url is not distinct from excluded.api_url then s.api_key_sealed end),
          languages = excluded.languages, characters_per_month = excluded.characters_per_month, version = s.version + 1
        """,
        TenantScope.required().value(),
        wanted.engine(),
        wanted.url(),
        sealedKey,
        wanted.languages().toArray(String[]::new),
        wanted.charactersPerMonth());
  }

  void glossaryChanged() {
    sql.change(
        """
        insert into translation_settings as s (organization_id, glossary_version) values (?, 1)
        on conflict (organization_id) do update set glossary_version = s.glossary_version + 1
        """,
        TenantScope.required().value());
  }

  /** Takes from the budget of the month; false when it does not last. */
  boolean take(LocalDate month, long characters) {
    return sql.change(TAKE, month, characters, TenantScope.required().value(), characters) > 0;
  }

  void giveBack(LocalDate month, long characters) {
    sql.change(
        "update translation_usage set characters = greatest(0, characters - ?) where month = ?",
        characters,
        month);
  }

  static URI uri(String url) {
    return url == null ? null : URI.create(url);
  }
}
