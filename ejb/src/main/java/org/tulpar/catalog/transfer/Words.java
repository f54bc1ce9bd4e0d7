package org.tulpar.catalog.transfer;

import java.util.Locale;
import java.util.Map;

/** Constants as people write them into a file. */
final class Words {

  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("тур", "TOUR"),
          Map.entry("товар", "GOODS"),
          Map.entry("услуга", "SERVICE"),
          Map.entry("взрослый", "ADULT"),
          Map.entry("ребёнок", "CHILD"),
          Map.entry("ребенок", "CHILD"),
          Map.entry("младенец", "INFANT"),
          Map.entry("штука", "PIECE"),
          Map.entry("шт", "PIECE"),
          Map.entry("шт.", "PIECE"));

  private Words() {}

  /** In the language of the interface or as the constant; null stays null. */
  static String of(String cell) {
    return cell == null ? null : ALL.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), cell);
  }
}
