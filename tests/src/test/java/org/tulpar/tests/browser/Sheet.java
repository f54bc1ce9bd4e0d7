package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Journey.counts;
import static org.tulpar.tests.browser.Journey.shown;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** A file on its way through the page of an import. */
final class Sheet {

  private Sheet() {}

  /** Brings a file and has it looked at: nothing of it is wrong. */
  static void brings(Page page, String file) {
    page.waitForLoadState(); // its script says which file is chosen
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload("файл.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("#chosen-file")).hasText("файл.csv");
    page.click("[id='upload:send']");
    page.click("[id='mapping:check']");
    shown(page.locator("[data-status=CHECKED]"));
  }

  /**
   * Brings a file and has it looked at: one row of it is wrong.
   *
   * @param wrong what stands in that row
   */
  static void brings(Page page, String file, String wrong) {
    brings(page, file);
    counts(page.locator("table.problems tbody tr"), 1);
    assertThat(page.locator("table.problems tbody tr")).containsText(wrong);
  }

  static void isImported(Page page) {
    page.click("[id='state:start']");
    shown(page.locator("[data-status=DONE]"));
  }

  static void isTakenBack(Page page) {
    Asked.means(page.locator("[id='state:undo']"));
    shown(page.locator("[data-status=UNDONE]"));
  }
}
