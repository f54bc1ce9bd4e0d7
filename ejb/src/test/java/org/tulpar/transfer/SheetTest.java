package org.tulpar.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people save them, and files that somebody made to do harm. */
class SheetTest {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16"})
  void text_is_read_in_the_code_it_was_saved_in(String code) {
    var sheet = Sheet.read("Имя;Телефон\nАнна;+996555000001\n".getBytes(Charset.forName(code)));
    assertThat(sheet.header()).containsExactly("Имя", "Телефон");
    assertThat(sheet.rows()).containsExactly(List.of("Анна", "+996555000001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b\n1,2;3", "a\tb\n1\t2", "\uFEFFa;b\r\n1;2\r\n"})
  void the_separator_is_the_one_the_first_line_has_most_of(String text) {
    assertThat(csv(text).header()).hasSize(2).startsWith("a");
  }

  @Test
  void quotes_keep_separators_and_lines_together_and_empty_rows_are_left_out() {
    var sheet = csv("имя,о нём\n\n\"Ким, Анна\",\"едут\nвтроём\"\n,\nМарк\n");
    assertThat(sheet.rows())
        .containsExactly(List.of("Ким, Анна", "едут\nвтроём"), List.of("Марк", ""));
    assertThat(sheet.numbers()).containsExactly(3, 6);
  }

  @Test
  void a_workbook_gives_text_whatever_its_cells_are() throws IOException {
    var sheet = Sheet.read(workbook());
    assertThat(sheet.header()).containsExactly("Имя", "Телефон", "Дата", "Формула");
    assertThat(sheet.rows())
        .containsExactly(
            List.of("Анна", "996555123456", "2026-12-31", "4"), List.of("Марк", "", "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd.mm.yyyy|true",
        "[$-409]d-mmm-yy;@|true",
        "[h]:mm|true",
        "General|false",
        "0.00\"d\"|false",
        "#,##0 [$som]|false",
        "\\d0|false",
        "[Red]0|false",
        "0;\"yes\"|false"
      })
  void a_number_is_a_date_when_its_format_shows_one(String pattern, boolean date) {
    assertThat(DateFormat.custom(pattern)).isEqualTo(date);
  }

  @Test
  void too_much_of_anything_is_refused() {
    refused("empty", "");
    refused("empty", "имя\n");
    refused("too_many_columns", "a,".repeat(101) + "\n1");
    refused("too_many_rows", "имя\n" + "x\n".repeat(Sheet.MOST_ROWS + 1));
    refused("cell_too_long", "имя\n" + "x".repeat(4001));
    assertThatThrownBy(() -> Sheet.read(new byte[Sheet.MOST_BYTES + 1])).hasMessage("too_large");
  }

  @Test
  void a_quote_that_is_never_closed_does_not_swallow_the_file() {
    refused("cell_too_long", "имя\n\"Анна" + "\nx".repeat(300_000));
  }

  @Test
  void a_bomb_is_not_unpacked() throws IOException {
    assertThatThrownBy(() -> Sheet.read(bomb()))
        .isInstanceOf(SheetRefused.class)
        .hasMessage("too_large");
  }

  @Test
  void a_document_that_points_outside_is_refused() throws IOException {
    assertThatThrownBy(
            () ->
                Sheet.read(
                    zip(
                        "[Content_Types].xml",
                        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><Types>&y;</Types>"
                            .getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(SheetRefused.class);
  }

  @Test
  void a_zip_of_something_else_is_refused() throws IOException {
    assertThatThrownBy(() -> Sheet.read(zip("readme.txt", new byte[10])))
        .isInstanceOf(SheetRefused.class);
    assertThatThrownBy(() -> Sheet.read(new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isInstanceOf(SheetRefused.class);
  }

  @Test
  void what_a_spreadsheet_would_take_for_a_formula_is_written_as_text_and_read_again() {
    for (var text : List.of("=1+1", "+996555", "-5", "@SUM(A1)", "\tx", "\rx", "＝cmd")) {
      assertThat(SafeCell.written(text)).isEqualTo("'" + text);
      assertThat(SafeCell.read(SafeCell.written(text))).isEqualTo(text);
    }
    for (var text : List.of("Анна", "1-2", "'кавычка", "")) {
      assertThat(SafeCell.read(SafeCell.written(text)))
          .isEqualTo(text)
          .isEqualTo(SafeCell.written(text));
    }
  }

  private static void refused(String reason, String text) {
    assertThatThrownBy(() -> csv(text)).isInstanceOf(SheetRefused.class).hasMessage(reason);
  }

  private static Sheet csv(String text) {
    return Sheet.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] workbook() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "test", "1.0")) {
      var page = book.newWorksheet("Клиенты");
      int column = 0;
      for (var name : List.of("Имя", "Телефон", "Дата", "Формула")) {
        page.value(0, column++, name);
      }
      page.value(2, 0, "Анна");
      page.value(2, 1, 996555123456d);
      page.value(2, 2, LocalDate.of(2026, 12, 31));
      page.style(2, 2).format("dd.mm.yyyy").set();
      page.formula(2, 3, "2+2");
      page.value(3, 0, "Марк");
    }
    return calculated(out.toByteArray());
  }

  /** As a program saves it that has worked the formula out. */
  private static byte[] calculated(byte[] book) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var from = ZipFile.builder().setByteArray(book).get();
        var to = new ZipOutputStream(out)) {
      for (var entry : Collections.list(from.getEntries())) {
        var text =
            new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                .replace("<f>2+2</f>", "<f>2+2</f><v>4</v>");
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** A sheet that becomes a hundred megabytes. */
  private static byte[] bomb() throws IOException {
    var blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (var out = new ByteArrayOutputStream()) {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        for (int i = 0; i < 100; i++) {
          zip.write(blank);
        }
        zip.closeEntry();
      }
      return out.toByteArray();
    }
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    try (var out = new ByteArrayOutputStream()) {
      try (var zip = new ZipOutputStream(out)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
      return out.toByteArray();
    }
  }
}
