package org.tulpar.client.field;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Criteria;

/** The custom fields of the organization in scope, and what the cards hold in them. */
@Repository
public class CustomFields {

  @Inject TenantSql sql;

  /** In their order, the archived ones last. */
  public List<CustomField> all() {
    return sql.rows(
        "select * from custom_field order by archived, position, id", CustomFields::field);
  }

  public List<CustomField> active() {
    return all().stream().filter(field -> !field.archived()).toList();
  }

  boolean isTaken(String name, long besides) {
    return sql.row(
            "select 1 from custom_field where lower(name) = lower(?) and id <> ?",
            r -> true,
            name,
            besides)
        .isPresent();
  }

  void add(String name, CustomFieldType type, List<String> choices) {
    sql.change(
        """
        insert into custom_field (organization_id, id, name, type, choices, position)
        values (?, nextval('entity_id'), ?, ?, ?, (select coalesce(max(position), 0) + 1 from custom_field))
        """,
        TenantScope.required().value(),
        name,
        type,
        choices.toArray(String[]::new));
  }

  /** Whoever changes it, or fills it in, waits until this transaction has ended. */
  Optional<CustomField> locked(long id) {
    return sql.row("select * from custom_field where id = ? for update", CustomFields::field, id);
  }

  void change(long id, String name, List<String> choices) {
    sql.change(
        "update custom_field set name = ?, choices = ? where id = ?",
        name,
        choices.toArray(String[]::new),
        id);
  }

  /**
   * What clients have chosen is called as the choice at its place is from now on, and segments ask
   * for it by that name.
   */
  void follow(long id, List<String> before, List<String> now) {
    sql.change(
        """
        update custom_value v set text_value = n.called from unnest(?, ?) as n (was, called)
        where v.field_id = ? and v.text_value = n.was and n.was <> n.called
        """,
        before.toArray(String[]::new),
        now.toArray(String[]::new),
        id);
    sql.change(
        """
        update segment s set query = trim(both '&' from replace('&' || s.query || '&', '&' || n.was || '&', '&' || n.called || '&'))
        from unnest(?, ?) as n (was, called)
        where n.was <> n.called and strpos('&' || s.query || '&', '&' || n.was || '&') > 0
        """,
        asked(id, before),
        asked(id, now));
  }

  private static String[] asked(long id, List<String> choices) {
    return choices.stream()
        .map(one -> new Criteria().with(FieldChoice.NAME, new FieldChoice(id, one)).query())
        .toArray(String[]::new);
  }

  /** How many clients have chosen it; a card that was merged into another one counts as that. */
  long having(long id, String choice) {
    return sql.row(
            """
            select count(distinct coalesce(c.merged_into_id, c.id)) from custom_value v
            join client c on c.organization_id = v.organization_id and c.id = v.client_id
            where v.field_id = ? and v.text_value = ?
            """,
            r -> r.getLong(1),
            id,
            choice)
        .orElseThrow();
  }

  int archive(long id, boolean archived) {
    return sql.change("update custom_field set archived = ? where id = ?", archived, id);
  }

  /** The values of one card, by field. */
  public Map<Long, FieldValue> values(long clientId) {
    var values = new LinkedHashMap<Long, FieldValue>();
    sql.rows(
            "select * from custom_value where client_id = ?",
            r -> Map.entry(r.getLong("field_id"), value(r)),
            clientId)
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values;
  }

  /** Null takes the value away. */
  public void put(long clientId, long fieldId, FieldValue value) {
    if (value == null) {
      sql.change(
          "delete from custom_value where client_id = ? and field_id = ?", clientId, fieldId);
      return;
    }
    sql.change(
        """
        insert into custom_value (organization_id, client_id, field_id, text_value, number_value, date_value, flag_value)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (organization_id, client_id, field_id) do update set text_value = excluded.text_value,
          number_value = excluded.number_value, date_value = excluded.date_value, flag_value = excluded.flag_value
        """,
        TenantScope.required().value(),
        clientId,
        fieldId,
        value.text(),
        value.number(),
        value.date(),
        value.flag());
  }

  private static CustomField field(ResultSet r) throws SQLException {
    return new CustomField(
        r.getLong("id"),
        r.getString("name"),
        TenantSql.constant(r, "type", CustomFieldType.class),
        TenantSql.texts(r, "choices"),
        r.getBoolean("archived"));
  }

  private static FieldValue value(ResultSet r) throws SQLException {
    return new FieldValue(
        r.getString("text_value"),
        r.getBigDecimal("number_value"),
        r.getObject("date_value", java.time.LocalDate.class),
        r.getObject("flag_value", Boolean.class));
  }
}
