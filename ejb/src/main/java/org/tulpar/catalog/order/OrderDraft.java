package org.tulpar.catalog.order;

import org.tulpar.catalog.CatalogInput;
import org.tulpar.catalog.CatalogRefused;

/**
 * What a person has typed about an order besides what is ordered.
 *
 * @param address where to, 5 to 200 characters, or null
 */
public record OrderDraft(String address, String phone, String note) {

  private static final int SHORTEST_ADDRESS = 5;

  /**
   * @throws CatalogRefused at the first thing that cannot stand there
   */
  OrderDraft checked() {
    return new OrderDraft(place(address), CatalogInput.phone(phone), CatalogInput.text(note));
  }

  /**
   * Where to, as it was typed.
   *
   * @throws CatalogRefused when it is too short to be found
   */
  public static String place(String typed) {
    var place = CatalogInput.line(typed);
    if (place != null && place.length() < SHORTEST_ADDRESS) {
      throw new CatalogRefused("address");
    }
    return place;
  }
}
