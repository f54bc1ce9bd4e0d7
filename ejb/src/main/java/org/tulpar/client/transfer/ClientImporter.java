package org.tulpar.client.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.transfer.ImportKind;
import org.tulpar.transfer.ImportRow;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.Importer;
import org.tulpar.transfer.RowProblem;
import org.tulpar.transfer.RowResult;

/** A row becomes a client, or fills what the card of a known one lacks. */
@ApplicationScoped
public class ClientImporter implements Importer {

  @Inject ImportedClients clients;
  @Inject CustomFields fields;

  @Override
  public ImportKind kind() {
    return ImportKind.CLIENTS;
  }

  @Override
  public List<String> guess(List<String> header) {
    return Mapping.of(fields.active(Bearer.CLIENT)).guess(header);
  }

  @Override
  public List<String> checked(List<String> targets, int columns) {
    return Mapping.of(fields.active(Bearer.CLIENT)).checked(targets, columns);
  }

  @Override
  public Portion open(ImportView one) {
    fields.hold(Bearer.CLIENT);
    var known =
        fields.all(Bearer.CLIENT).stream()
            .collect(Collectors.toMap(CustomField::id, field -> field));
    return new Cards(one, known, clients);
  }

  private record Cards(ImportView one, Map<Long, CustomField> known, ImportedClients clients)
      implements Portion {

    @Override
    public Optional<RowProblem> check(ImportRow row) {
      return Optional.ofNullable(read(row).problem());
    }

    @Override
    public RowResult apply(ImportRow row) {
      var line = read(row).line();
      var client = clients.known(line);
      if (client.isEmpty()) {
        return clients.create(one.id(), line);
      }
      var filled = one.fills() ? clients.fill(one.id(), client.get(), line) : List.<String>of();
      return new RowResult(false, client.get(), filled);
    }

    @Override
    public boolean undo(ImportRow row) {
      if (row.outcome().equals("CREATED")) {
        return clients.remove(one.id(), row.subjectId());
      }
      var line = read(row).line();
      if (line != null) {
        clients.empty(row.subjectId(), line, row.filled());
      }
      return line != null;
    }

    private ImportLine.Outcome read(ImportRow row) {
      return ImportLine.read(row.cells(), one.mapping(), known);
    }
  }
}
