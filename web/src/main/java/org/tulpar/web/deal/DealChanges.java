package org.tulpar.web.deal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tulpar.web.conversation.Reader;

/** What a person has written on a deal: of each field what stood there and what stands. */
public final class DealChanges {

  /**
   * @param kept how the audit calls it
   * @param name key of its name in the sheet
   * @param empty key of what is said where nothing stands
   */
  private record Field(String kept, String name, String empty) {

    boolean isAmong(Map<String, String> facts) {
      return facts.containsKey(kept + ".from") || facts.containsKey(kept + ".to");
    }

    String words(Map<String, String> facts, Reader reader) {
      return reader.word(
          "deal.change",
          reader.word(name),
          said(facts.get(kept + ".from"), reader),
          said(facts.get(kept + ".to"), reader));
    }

    private String said(String value, Reader reader) {
      if (value == null) {
        return reader.word(empty);
      }
      return switch (kept) {
        case AMOUNT -> price(value.split(" "), reader);
        case AT -> reader.exact(Instant.parse(value));
        default -> value;
      };
    }
  }

  private static final String AMOUNT = "amount";
  private static final String AT = "at";
  private static final String NOTHING = "deal.empty";

  /** As they stand in the sheet. */
  private static final List<Field> FIELDS =
      List.of(
          new Field("title", "deal.title", NOTHING),
          new Field(AMOUNT, "deal.amount", "deal.unpriced"),
          new Field("owner", "deal.owner", "deal.nobody"),
          new Field("product", "deal.product", NOTHING),
          new Field("step", "deal.step", NOTHING),
          new Field(AT, "deal.at", NOTHING));

  private DealChanges() {}

  /** Empty where the facts are of something else. */
  public static String words(Map<String, String> facts, Reader reader) {
    return FIELDS.stream()
        .filter(field -> field.isAmong(facts))
        .map(field -> field.words(facts, reader))
        .collect(Collectors.joining("; "));
  }

  private static String price(String[] parts, Reader reader) {
    return Price.of(new BigDecimal(parts[0]), parts[1], reader.locale());
  }
}
