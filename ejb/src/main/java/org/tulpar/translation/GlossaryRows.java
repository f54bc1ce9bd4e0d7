package org.tulpar.translation;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/** The glossary of the organization in scope. */
@Repository
class GlossaryRows {

  private static final String TERMS =
      """
      select t.id, t.kept, t.note, array_agg(array[f.language, f.form] order by f.language) as forms
      from glossary_term t join glossary_form f on f.organization_id = t.organization_id and f.term_id = t.id
      where t.id < ? group by t.id, t.kept, t.note order by t.id desc limit ?
      """;

  @Inject private TenantSql sql;

  /** Newest first, older than the given one. */
  List<GlossaryTerm> page(long before, int most) {
    return sql.rows(TERMS, GlossaryRows::term, before, most);
  }

  private static GlossaryTerm term(ResultSet row) throws SQLException {
    var forms = new LinkedHashMap<String, String>();
    for (var pair : (String[][]) row.getArray("forms").getArray()) {
      forms.put(pair[0], pair[1]);
    }
    return new GlossaryTerm(
        row.getLong("id"), forms, row.getBoolean("kept"), row.getString("note"));
  }

  long count() {
    return sql.row("select count(*) from glossary_term", row -> row.getLong(1)).orElse(0L);
  }

  /** Whether another term is called so in one of these languages. */
  boolean known(Map<String, String> forms) {
    return forms.entrySet().stream()
        .anyMatch(
            form ->
                sql.row(
                        "select 1 from glossary_form where language = ? and lower(form) = lower(?)",
                        row -> true,
                        form.getKey(),
                        form.getValue())
                    .isPresent());
  }

  void add(Map<String, String> forms, boolean kept, String note) {
    var organization = TenantScope.required().value();
    long id = sql.row("select nextval('entity_id')", row -> row.getLong(1)).orElseThrow();
    sql.change(
        "insert into glossary_term (organization_id, id, kept, note) values (?, ?, ?, ?)",
        organization,
        id,
        kept,
        note);
    forms.forEach(
        (language, form) ->
            sql.change(
                "insert into glossary_form (organization_id, term_id, language, form) values (?, ?,"
                    + " ?, ?)",
                organization,
                id,
                language,
                form));
  }

  int remove(long id) {
    return sql.change("delete from glossary_term where id = ?", id);
  }
}
