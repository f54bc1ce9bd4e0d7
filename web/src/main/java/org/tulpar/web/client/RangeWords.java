package org.tulpar.web.client;

import java.text.NumberFormat;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldRange;
import org.tulpar.client.field.FieldValue;
import org.tulpar.web.conversation.Reader;

/** From where to where something lies, as it is read. */
final class RangeWords {

  private static final int DECIMALS = 6;

  private RangeWords() {}

  static String of(FieldRange range, Reader reader) {
    var days = range.type() == CustomFieldType.DATE;
    if (range.to() == null) {
      var key = days ? "clients.field.day.from" : "clients.field.number.from";
      return reader.word(key, word(range.from(), reader));
    }
    if (range.from() == null) {
      var key = days ? "clients.field.day.to" : "clients.field.number.to";
      return reader.word(key, word(range.to(), reader));
    }
    return word(range.from(), reader) + " – " + word(range.to(), reader);
  }

  private static String word(FieldValue end, Reader reader) {
    if (end.date() != null) {
      return reader.date(end.date());
    }
    var format = NumberFormat.getNumberInstance(reader.locale());
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(end.number());
  }
}
