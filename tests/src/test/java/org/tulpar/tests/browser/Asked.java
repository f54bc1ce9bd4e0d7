package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** The question before what cannot be taken back, and what a person answers. */
final class Asked {

  private Asked() {}

  /** Presses it and means it. */
  static void means(Locator button) {
    presses(button);
    button.page().locator("#ask-yes").click();
  }

  /** Presses it and lets it be: the focus is on the answer that does nothing, and comes back. */
  static void letsBe(Locator button) {
    presses(button);
    var question = button.page().locator("#ask");
    assertThat(question.locator("button").first()).isFocused();
    button.page().keyboard().press("Escape");
    assertThat(question).isHidden();
    assertThat(button).isFocused();
  }

  /** Once the page has the script that asks. */
  private static void presses(Locator button) {
    button.page().waitForLoadState();
    button.click();
  }
}
