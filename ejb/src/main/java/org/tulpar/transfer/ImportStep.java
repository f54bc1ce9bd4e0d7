package org.tulpar.transfer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** One portion of an import: what is done in it is done as a whole, and seen when it is done. */
@Stateless
public class ImportStep {

  static final int PORTION = 200;

  @Inject Imports imports;
  @Inject Importers importers;

  /** Returns whether there is more to do. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean next(long importId) {
    var status = imports.locked(importId).orElse(ImportStatus.UNDONE);
    if (!status.isAtWork()) {
      return false;
    }
    var one = imports.byId(importId).orElseThrow();
    var portion = importers.of(one.kind()).open(one);
    var rows = imports.next(importId, waiting(status), PORTION);
    for (var row : rows) {
      work(one, row, portion);
    }
    var more = rows.size() == PORTION;
    imports.become(importId, more ? status : after(status));
    return more;
  }

  private void work(ImportView one, ImportRow row, Importer.Portion portion) {
    if (one.status() == ImportStatus.UNDOING) {
      undo(one, row, portion);
      return;
    }
    var problem = portion.check(row);
    if (problem.isPresent()) {
      imports.wrong(one.id(), row.number(), problem.get());
      return;
    }
    var twin = one.twice() ? Optional.<Long>empty() : portion.twin(row);
    if (twin.isPresent()) {
      imports.become(one, row.number(), "TWIN", twin.get(), List.of());
    } else if (one.status() == ImportStatus.CHECKING) {
      imports.become(one, row.number(), "VALID", null, List.of());
    } else {
      apply(one, row, portion);
    }
  }

  private void apply(ImportView one, ImportRow row, Importer.Portion portion) {
    var result = portion.apply(row);
    var outcome = result.created() ? "CREATED" : result.filled().isEmpty() ? "SKIPPED" : "UPDATED";
    imports.become(one, row.number(), outcome, result.subjectId(), result.filled());
  }

  private void undo(ImportView one, ImportRow row, Importer.Portion portion) {
    var gone = row.subjectId() == null || portion.undo(row);
    imports.become(
        one, row.number(), gone ? "UNDONE" : "KEPT", gone ? null : row.subjectId(), List.of());
  }

  private static List<String> waiting(ImportStatus status) {
    return switch (status) {
      case CHECKING -> List.of();
      case RUNNING -> List.of("VALID");
      case UNDOING -> List.of("CREATED", "UPDATED");
      case UPLOADED, CHECKED, DONE, UNDONE -> throw new IllegalStateException(status.name());
    };
  }

  private static ImportStatus after(ImportStatus status) {
    return switch (status) {
      case CHECKING -> ImportStatus.CHECKED;
      case RUNNING -> ImportStatus.DONE;
      case UNDOING -> ImportStatus.UNDONE;
      case UPLOADED, CHECKED, DONE, UNDONE -> status;
    };
  }
}
