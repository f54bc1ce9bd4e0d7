package org.tulpar.transfer;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tulpar.tenant.TestedDatabase;
import org.tulpar.tenant.TestedTrail;

/** Imports of one kind outside a server, as the administrator brings them. */
public final class TestedImports {

  private static final long ADMIN = 2;

  private final SheetImport service = new SheetImport();
  private final ImportRunner runner = new ImportRunner();
  private final TestedDatabase database;
  private final Importer importer;

  public TestedImports(TestedDatabase database, Importer importer) {
    this.database = database;
    this.importer = importer;
    var imports = new Imports();
    imports.sql = database.sql();
    var importers =
        new Importers() {
          @Override
          Importer of(ImportKind kind) {
            return importer;
          }
        };
    service.imports = imports;
    service.importers = importers;
    service.trail = TestedTrail.trail(database);
    runner.step = new ImportStep();
    runner.step.imports = imports;
    runner.step.importers = importers;
  }

  /** One that works in a database. */
  public static <T extends NamedImporter> T named(TestedDatabase database, T importer) {
    importer.rows = new NamedCards();
    importer.rows.sql = database.sql();
    return importer;
  }

  public long upload(String text) {
    return database.within(
        () ->
            service.upload(
                importer.kind(), "файл.csv", text.getBytes(StandardCharsets.UTF_8), ADMIN));
  }

  /** With the columns as they were guessed. */
  public long checked(String text) {
    return checked(text, true);
  }

  /**
   * @param fills whether what a known subject lacks is filled in
   */
  public long checked(String text, boolean fills) {
    var id = upload(text);
    database.doing(() -> service.map(id, view(id).mapping(), fills, false));
    run(id);
    return id;
  }

  /** Checks it anew, and what looks like something that is there is wanted again. */
  public void twice(long id) {
    database.doing(() -> service.map(id, view(id).mapping(), true, true));
    run(id);
  }

  public long imported(String text) {
    return imported(text, true);
  }

  public long imported(String text, boolean fills) {
    var id = checked(text, fills);
    start(id);
    run(id);
    return id;
  }

  public void map(long id, String... targets) {
    database.doing(() -> service.map(id, List.of(targets), true, false));
  }

  public void start(long id) {
    database.doing(() -> service.start(id));
  }

  public void undo(long id) {
    database.doing(() -> service.undo(id));
    run(id);
  }

  /** One portion; returns whether there is more to do. */
  public boolean next(long id) {
    return database.within(() -> runner.step.next(id));
  }

  /** All portions of a stage. */
  public void run(long id) {
    database.doing(() -> runner.runHere(id));
  }

  public ImportView view(long id) {
    return database.within(() -> service.byId(id)).orElseThrow();
  }

  public List<ImportProblem> problems(long id) {
    return database.within(() -> service.problems(id));
  }

  /** With the column and the reason behind each of them. */
  public String wrongRows(long id) {
    return wrongRows(id, "Почему");
  }

  /**
   * @param titles of the last column, as in {@link SheetImport#writeWrongRows}
   */
  public String wrongRows(long id, String... titles) {
    var out = new StringWriter();
    database.doing(
        () ->
            service.writeWrongRows(
                id, List.of(titles), row -> row.column() + " " + row.reason(), ';', ADMIN, out));
    return out.toString();
  }
}
