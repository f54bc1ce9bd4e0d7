package org.tulpar.client.transfer;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;

/** One portion of an import: what is done in it is done as a whole, and seen when it is done. */
@Stateless
public class ImportStep {

  static final int PORTION = 200;

  @Inject Imports imports;
  @Inject ImportedClients clients;
  @Inject CustomFields fields;

  /** Returns whether there is more to do. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean next(long importId) {
    var status = imports.locked(importId).orElse(ImportStatus.UNDONE);
    if (!status.isAtWork()) {
      return false;
    }
    var one = imports.byId(importId).orElseThrow();
    var known = fields.all().stream().collect(Collectors.toMap(CustomField::id, field -> field));
    var rows = imports.next(importId, waiting(status), PORTION);
    for (var row : rows) {
      work(one, row, known);
    }
    var more = rows.size() == PORTION;
    imports.become(importId, more ? status : after(status));
    return more;
  }

  private void work(ImportView one, Imports.Row row, Map<Long, CustomField> known) {
    var read = ImportLine.read(row.cells(), one.mapping(), known);
    if (one.status() == ImportStatus.UNDOING) {
      undo(one, row, read.line());
    } else if (read.problem() != null) {
      imports.wrong(one.id(), row.number(), read.problem());
    } else if (one.status() == ImportStatus.CHECKING) {
      imports.become(one.id(), row.number(), "VALID", null, List.of());
    } else {
      apply(one, row, read.line());
    }
  }

  private void apply(ImportView one, Imports.Row row, ImportLine line) {
    var known = clients.known(line);
    if (known.isEmpty()) {
      imports.become(one.id(), row.number(), "CREATED", clients.create(one.id(), line), List.of());
    } else {
      var filled = one.fills() ? clients.fill(one.id(), known.get(), line) : List.<String>of();
      var outcome = filled.isEmpty() ? "SKIPPED" : "UPDATED";
      imports.become(one.id(), row.number(), outcome, known.get(), filled);
    }
  }

  private void undo(ImportView one, Imports.Row row, ImportLine line) {
    var gone = row.clientId() == null;
    if (!gone && row.outcome().equals("CREATED")) {
      gone = clients.remove(row.clientId());
    } else if (!gone && line != null) {
      clients.empty(row.clientId(), line, row.filled());
      gone = true;
    }
    imports.become(
        one.id(), row.number(), gone ? "UNDONE" : "KEPT", gone ? null : row.clientId(), List.of());
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
