package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Journey.readAnew;
import static org.tulpar.tests.browser.Journey.shown;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * A form of a page, as it is filled, sent and found again.
 *
 * @param id of the form; its fields and buttons are called by theirs within it
 */
record Form(Page page, String id) {

  Form fills(String field, String text) {
    field(field).fill(text);
    return this;
  }

  Form chooses(String field, String value) {
    field(field).selectOption(value);
    return this;
  }

  Locator field(String name) {
    return page.locator("[id='%s:%s']".formatted(id, name));
  }

  Form presses(String button) {
    field(button).click();
    return this;
  }

  /** The page that answers says that it is saved. */
  void isTaken(String button) {
    readAnew(page, () -> presses(button));
    shown(page.locator(".banner.success"));
  }

  /** The page that answers says what is wrong. */
  Form isRefused(String button) {
    readAnew(page, () -> presses(button));
    shown(page.locator(".banner.danger"));
    return this;
  }

  /** The field itself says what is wrong with it. */
  Form isRefused(String button, String field) {
    readAnew(page, () -> presses(button));
    shown(page.locator("[id='%s:%s'] ~ .err".formatted(id, field)));
    return this;
  }

  Form has(String field, String value) {
    assertThat(field(field)).hasValue(value);
    return this;
  }
}
