package org.tulpar.tests.screens;

import com.microsoft.playwright.Page;
import java.util.List;

/** Where the guests work, as a person writes it into their cards before the pictures are taken. */
final class Firms {

  private static final List<String> NAMES =
      List.of("Школа-гимназия № 5", "Nomad Trails GmbH", "Nomad Trails GmbH");

  private Firms() {}

  /**
   * @param page of somebody who may change cards
   */
  static void tell(Page page, String url) {
    for (int i = 0; i < NAMES.size(); i++) {
      page.navigate(url + "/clients");
      page.locator("table.clients tbody a.who").nth(i).click();
      page.fill("[id='card:company']", NAMES.get(i));
      page.click("[id='card:save']");
      page.locator(".banner.success").waitFor();
    }
  }
}
