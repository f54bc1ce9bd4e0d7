package org.tulpar.transfer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A file on its way: uploaded, mapped, checked, imported, perhaps taken back. */
@Stateless
public class SheetImport {

  /** Rows of the file that are shown beside the mapping. */
  public static final int SAMPLE = 3;

  /** Wrong rows that are shown. */
  public static final int PROBLEMS = 200;

  private static final int SHOWN = 20;
  private static final int STORED_AT_ONCE = 1000;
  private static final int LONGEST_NAME = 200;

  @Inject Imports imports;
  @Inject Importers importers;

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

  private void in(long importId, Set<ImportStatus> wanted) {
    if (imports.locked(importId).filter(wanted::contains).isEmpty()) {
      throw new SheetRefused("not_now");
    }
  }
}
