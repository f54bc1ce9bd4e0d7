package org.tulpar.client.transfer;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.field.FieldValue;
import org.tulpar.kernel.Repository;
import org.tulpar.transfer.Columns;

/** What a row says in the organization's own fields, into the card it is about and out of it. */
@Repository
class ImportedFields {

  /** Before the id of a field, where a column is one. */
  static final String FIELD = "field:";

  @Inject CustomFields fields;

  /** The organization's own fields stand beside the usual columns, and before them. */
  static Columns beside(Columns usual, Collection<CustomField> own) {
    return usual.and(
        own.stream()
            .filter(field -> !field.archived())
            .collect(
                Collectors.toMap(
                    field -> FIELD + field.id(),
                    field -> Set.of(field.name().toLowerCase(Locale.ROOT)))));
  }

  /** Fills those that are empty; returns which they were, as {@link #empty} knows them. */
  List<String> fill(Bearer bearer, long id, Map<Long, FieldValue> values) {
    var held = values.isEmpty() ? Set.<Long>of() : fields.values(bearer, id).keySet();
    var filled = new ArrayList<String>();
    values.forEach(
        (field, value) -> {
          if (!held.contains(field)) {
            fields.put(bearer, id, field, value);
            filled.add(FIELD + field);
          }
        });
    return filled;
  }

  /**
   * Empties those that a row has filled and nobody has changed since.
   *
   * @param values that the row says
   * @param filled what it has filled in, fields among it
   */
  void empty(Bearer bearer, long id, Map<Long, FieldValue> values, List<String> filled) {
    var held = fields.values(bearer, id);
    for (var target : filled) {
      if (target.startsWith(FIELD)) {
        var field = Long.valueOf(target.substring(FIELD.length()));
        if (isSame(held.get(field), values.get(field))) {
          fields.put(bearer, id, field, null);
        }
      }
    }
  }

  private static boolean isSame(FieldValue now, FieldValue given) {
    return now != null && given != null && now.plain().equals(given.plain());
  }
}
