package org.tulpar.client.field;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.list.Criteria;

/** The custom fields of the organization in scope, and what the cards hold in them. */
@Repository
public class CustomFields {

  @Inject TenantSql sql;

  /** In their order, the archived ones last. */
  public List<CustomField> all(Bearer bearer) {
    return sql.rows(
        "select * from custom_field where bearer = ? order by archived, position, id",
        CustomFields::field,
        bearer);
  }

  public List<CustomField> active(Bearer bearer) {
    return all(bearer).stream().filter(field -> !field.archived()).toList();
  }

  boolean isTaken(Bearer bearer, String name, long besides) {
    return sql.row(
            "select 1 from custom_field where bearer = ? and lower(name) = lower(?) and id <> ?",
            r -> true,
            bearer,
            name,
            besides)
        .isPresent();
  }

  void add(Bearer bearer, String name, CustomFieldType type, List<String> choices) {
    sql.change(
        """
        insert into custom_field (organization_id, id, bearer, name, type, choices, position)
        values (?, nextval('entity_id'), ?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from custom_field))
        """,
        TenantScope.required().value(),
        bearer,
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
   * What was chosen is called as the choice at its place is from now on, also where it waits for
   * two companies to be parted; and segments ask for it by that name.
   */
  void follow(CustomField field, List<String> now) {
    var was = field.choices().toArray(String[]::new);
    var called = now.toArray(String[]::new);
    sql.change(
        """
        update %s v set text_value = n.called from unnest(?, ?) as n (was, called)
        where v.field_id = ? and v.text_value = n.was and n.was <> n.called
        """
            .formatted(field.bearer().valueTable()),
        was,
        called,
        field.id());
    sql.change(
        """
        update company_merge m set own = jsonb_set(m.own, array[f.id, 'text_value'], to_jsonb(n.called))
        from unnest(?, ?) as n (was, called), (select ?::bigint::text as id) f
        where m.own -> f.id ->> 'text_value' = n.was and n.was <> n.called
        """,
        was,
        called,
        field.id());
    sql.change(
        """
        update segment s set query = trim(both '&' from replace('&' || s.query || '&', '&' || n.was || '&', '&' || n.called || '&'))
        from unnest(?, ?) as n (was, called)
        where n.was <> n.called and strpos('&' || s.query || '&', '&' || n.was || '&') > 0
        """,
        asked(field.id(), field.choices()),
        asked(field.id(), now));
  }

  private static String[] asked(long id, List<String> choices) {
    return choices.stream()
        .map(one -> new Criteria().with(FieldCriterion.NAME, new FieldChoice(id, one)).query())
        .toArray(String[]::new);
  }

  /** How many have chosen it; a card that was merged into another one counts as that. */
  long having(CustomField field, String choice) {
    return sql.row(
            switch (field.bearer()) {
              case CLIENT ->
                  """
                  select count(distinct coalesce(c.merged_into_id, c.id)) from client_value v
                  join client c on c.organization_id = v.organization_id and c.id = v.client_id
                  where v.field_id = ? and v.text_value = ?
                  """;
              case COMPANY ->
                  "select count(*) from company_value v where v.field_id = ? and v.text_value = ?";
            },
            r -> r.getLong(1),
            field.id(),
            choice)
        .orElseThrow();
  }

  int archive(long id, boolean archived) {
    return sql.change("update custom_field set archived = ? where id = ?", archived, id);
  }

  /** The values of one card, by field. */
  public Map<Long, FieldValue> values(Bearer bearer, long id) {
    var values = new LinkedHashMap<Long, FieldValue>();
    sql.rows(
            "select * from %s where %s = ?".formatted(bearer.valueTable(), bearer.key()),
            r -> Map.entry(r.getLong("field_id"), value(r)),
            id)
        .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    return values;
  }

  /** What a statement has gathered by {@link Bearer#own}: by field, as it may be typed again. */
  public static Map<Long, String> read(List<String> own) {
    return own.stream()
        .map(pair -> pair.split(":", 2))
        .collect(Collectors.toMap(parts -> Long.valueOf(parts[0]), parts -> parts[1]));
  }

  /**
   * @param among the fields that are looked at
   * @param typed by field; one that is not there stays as it is
   * @throws ClientRefused at the first that is no value of its field
   */
  public void fill(List<CustomField> among, long id, Map<Long, String> typed) {
    var filled = among.stream().map(CustomField::id).filter(typed::containsKey);
    for (var field : held(filled.toArray(Long[]::new))) {
      put(field.bearer(), id, field.id(), field.value(typed.get(field.id())));
    }
  }

  /**
   * From here on they stay as they are until this transaction has ended; whoever renames a choice,
   * or takes one away, waits for that.
   */
  public void hold(Bearer bearer) {
    sql.rows(
        "select 1 from custom_field where bearer = ? order by id for key share", r -> true, bearer);
  }

  /**
   * As they are now: whoever renames a choice, or takes one away, waits until this transaction has
   * ended, or was there before it and is seen.
   */
  private List<CustomField> held(Long[] ids) {
    return sql.rows(
        "select * from custom_field where id = any(?) order by id for key share",
        CustomFields::field,
        (Object) ids);
  }

  /** Null takes the value away. */
  public void put(Bearer bearer, long id, long fieldId, FieldValue value) {
    if (value == null) {
      sql.change(
          "delete from %s where %s = ? and field_id = ?"
              .formatted(bearer.valueTable(), bearer.key()),
          id,
          fieldId);
      return;
    }
    sql.change(
        """
        insert into %1$s (organization_id, %2$s, field_id, text_value, number_value, date_value, flag_value)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (organization_id, %2$s, field_id) do update set text_value = excluded.text_value,
          number_value = excluded.number_value, date_value = excluded.date_value, flag_value = excluded.flag_value
        """
            .formatted(bearer.valueTable(), bearer.key()),
        TenantScope.required().value(),
        id,
        fieldId,
        value.text(),
        value.number(),
        value.date(),
        value.flag());
  }

  private static CustomField field(ResultSet r) throws SQLException {
    return new CustomField(
        r.getLong("id"),
        TenantSql.constant(r, "bearer", Bearer.class),
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
