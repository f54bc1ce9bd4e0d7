package org.tulpar.client.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a custom field may hold, and how what people type becomes that. */
public enum CustomFieldType {
  TEXT {
    @Override
    FieldValue value(String typed, List<String> choices) {
      return FieldValue.text(ClientInput.text(typed));
    }
  },
  /** Point or comma before the decimals, blanks between the thousands. */
  NUMBER {
    @Override
    FieldValue value(String typed, List<String> choices) {
      var plain = BLANKS.matcher(typed).replaceAll("").replace(',', '.');
      if (!DECIMAL.matcher(plain).matches()) {
        throw new ClientRefused("field_number");
      }
      return FieldValue.number(new BigDecimal(plain));
    }
  },
  /** 2026-12-31 or 31.12.2026. */
  DATE {
    @Override
    FieldValue value(String typed, List<String> choices) {
      try {
        return FieldValue.date(
            typed.contains(".") ? LocalDate.parse(typed, DOTTED) : LocalDate.parse(typed));
      } catch (DateTimeException e) {
        throw new ClientRefused("field_date");
      }
    }
  },
  FLAG {
    @Override
    FieldValue value(String typed, List<String> choices) {
      var word = typed.toLowerCase(Locale.ROOT);
      if (!YES.contains(word) && !NO.contains(word)) {
        throw new ClientRefused("field_flag");
      }
      return FieldValue.flag(YES.contains(word));
    }
  },
  /** One of the field's choices. */
  CHOICE {
    @Override
    FieldValue value(String typed, List<String> choices) {
      return choices.stream()
          .filter(choice -> choice.equalsIgnoreCase(typed))
          .findFirst()
          .map(FieldValue::text)
          .orElseThrow(() -> new ClientRefused("field_choice"));
    }
  };

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,6})?");
  private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.uuuu");
  private static final Set<String> YES = Set.of("true", "1", "+", "yes", "y", "да", "д");
  private static final Set<String> NO = Set.of("false", "0", "-", "no", "n", "нет", "н");

  /**
   * @param typed not blank, without spaces around
   * @throws ClientRefused when it is no value of this type
   */
  abstract FieldValue value(String typed, List<String> choices);
}
