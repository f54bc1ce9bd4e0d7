package org.tulpar.transfer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * Text with separators, as spreadsheets save it: UTF-8, or else UTF-16 with its mark, or else the
 * Cyrillic code page of Windows; comma, semicolon or tab, whichever the first line has most of.
 */
final class CsvSheet {

  private static final List<Character> SEPARATORS = List.of(';', ',', '\t');
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final char MARK = '\uFEFF';

  /** Of a record; a quote that is never closed would swallow the rest of the file. */
  private static final int LONGEST_RECORD = Sheet.MOST_COLUMNS * Sheet.LONGEST_CELL;

  private CsvSheet() {}

  static void read(byte[] file, SheetRows rows) {
    var text = text(file);
    try (var reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_RECORD)
            .ofCsvRecord(text)) {
      for (var line : reader) {
        rows.add(Math.toIntExact(line.getStartingLineNumber()), line.getFields());
      }
    } catch (CsvParseException e) {
      throw new SheetRefused("unreadable");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] file) {
    var text = decoded(file);
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }

  private static String decoded(byte[] file) {
    var low = file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE;
    var high = file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF;
    if (low || high) {
      return new String(file, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, CYRILLIC); // whatever is no UTF-8 was saved by an older Excel
    }
  }

  private static char separator(String text) {
    var line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    return SEPARATORS.stream()
        .max(Comparator.comparingLong(mark -> line.chars().filter(c -> c == mark).count()))
        .orElseThrow();
  }
}
