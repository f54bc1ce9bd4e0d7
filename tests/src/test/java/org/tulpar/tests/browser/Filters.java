package org.tulpar.tests.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** The conditions that a list is narrowed by, behind their button or above the list. */
final class Filters {

  private Filters() {}

  /**
   * Narrows the list by one more condition and waits for what it leaves.
   *
   * @param button that opens them
   */
  static void narrows(Page page, String button, String condition, String choice) {
    page.click(button);
    page.locator("#filters select[name=" + condition + "]")
        .selectOption(new SelectOption().setLabel(choice));
    Journey.readAnew(page, () -> page.locator("#filters .btn.primary").click());
  }

  /** Chooses in a list whose conditions stand above it, and waits for what it leaves. */
  static void chooses(Page page, String condition, String choice) {
    var option = new SelectOption().setLabel(choice);
    Journey.readAnew(
        page, () -> page.selectOption("#filters select[name=" + condition + "]", option));
  }
}
