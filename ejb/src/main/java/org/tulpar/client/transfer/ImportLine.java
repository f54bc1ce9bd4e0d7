package org.tulpar.client.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldValue;
import org.tulpar.transfer.RowProblem;
import org.tulpar.transfer.SafeCell;

/** One row of a file as a card would hold it. */
record ImportLine(Map<String, String> texts, List<String> tags, Map<Long, FieldValue> values) {

  /** Either a line or what is wrong with it. */
  record Outcome(ImportLine line, RowProblem problem) {}

  private static final Map<String, Function<String, String>> TEXTS =
      Map.of(
          "name", ClientInput::name,
          "phone", ClientInput::phone,
          "email", ClientInput::email,
          "language", ClientInput::language,
          "company", ClientInput::name,
          "about", ClientInput::text);

  static Outcome read(List<String> cells, List<String> mapping, Map<Long, CustomField> fields) {
    var line =
        new ImportLine(new LinkedHashMap<>(), new java.util.ArrayList<>(), new LinkedHashMap<>());
    for (int column = 0; column < mapping.size(); column++) {
      try {
        line.take(mapping.get(column), SafeCell.read(cells.get(column)), fields);
      } catch (ClientRefused e) {
        return new Outcome(null, new RowProblem(column, e.reason()));
      }
    }
    return line.isSomebody()
        ? new Outcome(line, null)
        : new Outcome(null, new RowProblem(null, "nobody"));
  }

  String text(String target) {
    return texts.get(target);
  }

  private void take(String target, String cell, Map<Long, CustomField> fields) {
    if (cell.indexOf('\uFFFD') >= 0) {
      throw new ClientRefused("character");
    }
    if (target.equals("tags")) {
      tags.addAll(ImportedTags.read(cell));
    } else if (target.startsWith(ImportedFields.FIELD)) {
      takeValue(fields.get(Long.valueOf(target.substring(ImportedFields.FIELD.length()))), cell);
    } else if (!target.isEmpty()) {
      texts.put(target, TEXTS.get(target).apply(cell));
    }
  }

  private void takeValue(CustomField field, String cell) {
    var value = field == null ? null : field.value(cell);
    if (value != null) {
      values.put(field.id(), value);
    }
  }

  private boolean isSomebody() {
    return text("name") != null || text("phone") != null || text("email") != null;
  }
}
