package org.tulpar.catalog.transfer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tulpar.transfer.Columns;

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

  static final Columns COLUMNS =
      new Columns(
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
              Map.entry("seats", Set.of("seats", "places", "мест", "места"))),
          Set.of("name", "code"),
          "mapping_product");

  private ProductMapping() {}
}
