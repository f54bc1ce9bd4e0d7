package org.tulpar.transfer;

import org.tulpar.tenant.TestedDatabase;

/** Imports of one kind outside a server. */
public final class TestedImports {

  private final SheetImport service = new SheetImport();
  private final ImportRunner runner = new ImportRunner();

  public TestedImports(TestedDatabase database, Importer importer) {
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
    runner.step = new ImportStep();
    runner.step.imports = imports;
    runner.step.importers = importers;
  }

  public SheetImport service() {
    return service;
  }

  /** One portion; returns whether there is more to do. */
  public boolean next(long importId) {
    return runner.step.next(importId);
  }

  /** All portions of a stage. */
  public void run(long importId) {
    runner.runHere(importId);
  }
}
