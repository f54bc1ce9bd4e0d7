package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Journey.counts;
import static org.tulpar.tests.browser.Journey.shown;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file on its way through the page of an import. */
final class Sheet {

  private Sheet() {}

  /** Brings a file and has it looked at: nothing of it is wrong. */
  static void brings(Page page, String file) {
    uploads(page, "файл.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8));
    isLookedAt(page);
  }

  /**
   * Brings a workbook, and its columns are to be named.
   *
   * @param lines of its only sheet: texts, numbers and days
   */
  static void bringsBook(Page page, List<?>... lines) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      var sheet = book.newWorksheet("Лист");
      for (int row = 0; row < lines.length; row++) {
        for (int column = 0; column < lines[row].size(); column++) {
          cell(sheet, row, column, lines[row].get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    uploads(
        page,
        "файл.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        out.toByteArray());
  }

  private static void cell(Worksheet sheet, int row, int column, Object value) {
    switch (value) {
      case Number number -> sheet.value(row, column, number);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd.mm.yyyy").set();
      }
      default -> sheet.value(row, column, value.toString());
    }
  }

  private static void uploads(Page page, String name, String type, byte[] file) {
    page.waitForLoadState(); // its script says which file is chosen
    page.setInputFiles("[id='upload:file']", new FilePayload(name, type, file));
    assertThat(page.locator("#chosen-file")).hasText(name);
    page.click("[id='upload:send']");
    shown(page.locator("[id='mapping:check']"));
  }

  static void isLookedAt(Page page) {
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
