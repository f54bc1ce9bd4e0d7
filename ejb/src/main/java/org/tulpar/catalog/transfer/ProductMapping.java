package org.tulpar.catalog.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tulpar.transfer.SheetRefused;

/** What a column of a file of products can be; empty for nothing. */
public final class ProductMapping {

  /** Everything a column can be, in the order in which an export has them. */
  public static final List<String> TARGETS =
      List.of(
          "code",
          "name",
          "type",
          "description",
          "partner",
          "unit",
          "price",
          "currency",
          "season",
          "valid_from",
          "valid_to",
          "starts_on",
          "ends_on",
          "seats");

  private static final Map<String, Set<String>> USUAL_NAMES =
      Map.ofEntries(
          Map.entry("code", Set.of("code", "sku", "article", "код", "артикул")),
          Map.entry(
              "name", Set.of("name", "product", "tour", "название", "продукт", "тур", "товар")),
          Map.entry("type", Set.of("type", "kind", "вид", "тип")),
          Map.entry("description", Set.of("description", "about", "описание")),
          Map.entry("partner", Set.of("partner", "operator", "партнёр", "партнер", "оператор")),
          Map.entry("unit", Set.of("unit", "age group", "за кого", "единица", "возраст")),
          Map.entry("price", Set.of("price", "amount", "цена", "стоимость")),
          Map.entry("currency", Set.of("currency", "валюта")),
          Map.entry("season", Set.of("season", "сезон")),
          Map.entry("valid_from", Set.of("valid from", "price from", "цена с", "действует с")),
          Map.entry("valid_to", Set.of("valid to", "price to", "цена до", "действует до")),
          Map.entry("starts_on", Set.of("departure", "starts", "start", "выезд", "начало")),
          Map.entry("ends_on", Set.of("ends", "end", "return", "возвращение", "конец")),
          Map.entry("seats", Set.of("seats", "places", "мест", "места")));

  private ProductMapping() {}

  /** By the names of the columns; the first one wins. */
  static List<String> guess(List<String> header) {
    var taken = new HashSet<String>();
    return header.stream()
        .map(column -> guess(column.strip().toLowerCase(Locale.ROOT)))
        .map(target -> target.isEmpty() || taken.add(target) ? target : "")
        .toList();
  }

  static List<String> checked(List<String> targets, int columns) {
    var chosen = targets.stream().filter(target -> !target.isEmpty()).toList();
    if (targets.size() != columns || !TARGETS.containsAll(chosen)) {
      throw new SheetRefused("mapping_unknown");
    }
    if (new HashSet<>(chosen).size() != chosen.size()) {
      throw new SheetRefused("mapping_twice");
    }
    if (!chosen.contains("name") && !chosen.contains("code")) {
      throw new SheetRefused("mapping_product");
    }
    return targets;
  }

  private static String guess(String column) {
    return USUAL_NAMES.entrySet().stream()
        .filter(usual -> usual.getValue().contains(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
