package org.tulpar.transfer;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A row becomes a card that is known by its name, or fills what a known one lacks. */
public abstract class NamedImporter implements Importer {

  /**
   * What the cards of a kind are.
   *
   * @param table that has them; its columns are called as the columns of the file
   * @param user the table that names them: a card that is named stays
   * @param rules how a cell of a column is read; null where it is empty
   */
  public record Cards(
      ImportKind kind,
      String table,
      String user,
      Columns columns,
      Map<String, Function<String, ?>> rules) {}

  @Inject NamedCards rows;

  private final Cards cards;

  protected NamedImporter(Cards cards) {
    this.cards = cards;
  }

  @Override
  public ImportKind kind() {
    return cards.kind();
  }

  @Override
  public List<String> guess(List<String> header) {
    return cards().columns().guess(header);
  }

  @Override
  public List<String> checked(List<String> targets, int columns) {
    return cards().columns().checked(targets, columns);
  }

  @Override
  public Portion open(ImportView one) {
    return new Work(one, cards(), rows, this);
  }

  /** What the cards are at this moment: more than the usual where the organization adds to it. */
  protected Cards cards() {
    return cards;
  }

  /**
   * Adds to a card what the row says beside its columns.
   *
   * @return what was not there before, in words that no column is called by
   */
  protected List<String> add(long id, SheetLine line) {
    return List.of();
  }

  /**
   * Takes that off again.
   *
   * @param line what the row says
   * @param filled what it has filled in, columns among it
   */
  protected void takeOff(long id, SheetLine line, List<String> filled) {}

  /** Deletes what a row has made; false when somebody has edited it or something names it. */
  protected boolean remove(long importId, long id) {
    return rows.remove(cards.table(), cards.user(), id);
  }

  private record Work(ImportView one, Cards cards, NamedCards rows, NamedImporter kind)
      implements Portion {

    @Override
    public Optional<RowProblem> check(ImportRow row) {
      return Optional.ofNullable(read(row).problem());
    }

    @Override
    public RowResult apply(ImportRow row) {
      var line = read(row).line();
      var known = rows.known(cards.table(), line);
      if (known.isEmpty()) {
        var id = rows.create(cards.table(), one.id(), line);
        return new RowResult(true, id, kind.add(id, line));
      }
      return new RowResult(
          false, known.get(), one.fills() ? fill(known.get(), line) : List.<String>of());
    }

    private List<String> fill(long id, SheetLine line) {
      var filled = new ArrayList<>(rows.fill(cards.table(), one.id(), id, line));
      filled.addAll(kind.add(id, line));
      return filled;
    }

    @Override
    public boolean undo(ImportRow row) {
      if (row.outcome().equals("CREATED")) {
        return kind.remove(one.id(), row.subjectId());
      }
      var line = read(row).line();
      if (line != null) {
        rows.empty(cards.table(), row.subjectId(), line, row.filled());
        kind.takeOff(row.subjectId(), line, row.filled());
      }
      return line != null;
    }

    private SheetLine.Outcome read(ImportRow row) {
      return SheetLine.read(row, one.mapping(), cards.rules());
    }
  }
}
