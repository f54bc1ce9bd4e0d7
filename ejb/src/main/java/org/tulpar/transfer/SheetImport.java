package org.tulpar.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tulpar.tenant.Trail;

/** A file on its way: uploaded, mapped, checked, imported, perhaps taken back. */
@Stateless
public class SheetImport {

  /** Rows of the file that are shown beside the mapping. */
  public static final int SAMPLE = 3;

  /** Wrong rows that are shown. */
  public static final int PROBLEMS = 200;

  /**
   * A row that cannot be imported, as it came.
   *
   * @param number in the file, counted from 1
   * @param column header of the column that is wrong, or null when it is the whole row
   * @param reason ends the key of the sentence
   */
  public record WrongRow(int number, List<String> cells, String column, String reason) {}

  private static final int SHOWN = 20;
  private static final int STORED_AT_ONCE = 1000;
  private static final int LONGEST_NAME = 200;

  @Inject Imports imports;
  @Inject Importers importers;
  @Inject Trail trail;

  /**
   * Keeps the rows of a file and guesses what its columns are; nothing is changed. Returns its id.
   *
   * @throws SheetRefused when the file cannot be read within the limits
   */
  public long upload(ImportKind kind, String fileName, byte[] file, long userId) {
    var sheet = Sheet.read(file);
    var name = fileName == null ? "" : fileName;
    var id =
        imports.add(
            kind,
            name.substring(0, Math.min(name.length(), LONGEST_NAME)),
            userId,
            sheet.header(),
            importers.of(kind).guess(sheet.header()),
            sheet.rows().size());
    for (int from = 0; from < sheet.rows().size(); from += STORED_AT_ONCE) {
      var to = Math.min(sheet.rows().size(), from + STORED_AT_ONCE);
      imports.addRows(id, sheet.numbers().subList(from, to), sheet.rows().subList(from, to));
    }
    return id;
  }

  /**
   * Says what the columns are; the rows are to be checked then.
   *
   * @param fills whether what is known already is filled in where it lacks something
   * @param twice whether a row that looks like what is there already is done all the same
   * @throws SheetRefused when the mapping makes no sense, or the import is under way
   */
  public void map(long importId, List<String> targets, boolean fills, boolean twice) {
    in(importId, Set.of(ImportStatus.UPLOADED, ImportStatus.CHECKED));
    var one = imports.byId(importId).orElseThrow();
    var mapping = importers.of(one.kind()).checked(targets, one.header().size());
    imports.map(importId, mapping, fills, twice);
    imports.become(importId, ImportStatus.CHECKING);
  }

  /**
   * The valid rows are to be done; the wrong ones stay behind.
   *
   * @throws SheetRefused when the rows were not checked yet
   */
  public void start(long importId) {
    in(importId, Set.of(ImportStatus.CHECKED));
    imports.become(importId, ImportStatus.RUNNING);
  }

  /**
   * What became of it is to be taken back.
   *
   * @throws SheetRefused when it did not end yet, or was taken back already
   */
  public void undo(long importId) {
    in(importId, Set.of(ImportStatus.DONE));
    imports.become(importId, ImportStatus.UNDOING);
  }

  public Optional<ImportView> byId(long importId) {
    return imports.byId(importId);
  }

  /** The latest first. */
  public List<ImportView> latest(ImportKind kind) {
    return imports.latest(kind, SHOWN);
  }

  /** The first rows of the file. */
  public List<List<String>> sample(long importId) {
    return imports.sample(importId, SAMPLE);
  }

  /** The first wrong rows, at most {@link #PROBLEMS}. */
  public List<ImportProblem> problems(long importId) {
    return imports.problems(importId, PROBLEMS);
  }

  /**
   * Writes every wrong row as it came, and in a last column what is wrong with it, so that the file
   * is mended and brought again; the writer is left open. A column of an earlier such file makes
   * room for the new one. Who took them away, and how many, is kept for the audit.
   *
   * @param titles of the last column: as it is to be called, and as earlier files may call it
   * @param words what stands in it
   * @param separator between cells: a comma, or a semicolon where the comma stands in numbers
   */
  public void writeWrongRows(
      long importId,
      List<String> titles,
      Function<WrongRow, String> words,
      char separator,
      long userId,
      Writer out) {
    var header = imports.byId(importId).orElseThrow().header();
    var columns = titles.contains(header.getLast()) ? header.size() - 1 : header.size();
    var written =
        new SafeCsv(separator, out)
            .write(
                and(header.subList(0, columns), titles.getFirst()),
                (Integer last, int most) ->
                    imports.wrongRows(importId, last == null ? 0 : last, most),
                WrongRow::number,
                row -> Stream.of(and(row.cells().subList(0, columns), words.apply(row))));
    trail.record("import.wrong_rows_exported", userId, "rows", written);
  }

  private static List<String> and(List<String> cells, String last) {
    return Stream.concat(cells.stream(), Stream.of(last)).toList();
  }

  private void in(long importId, Set<ImportStatus> wanted) {
    if (imports.locked(importId).filter(wanted::contains).isEmpty()) {
      throw new SheetRefused("not_now");
    }
  }
}
