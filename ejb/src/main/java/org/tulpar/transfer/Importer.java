package org.tulpar.transfer;

import java.util.List;
import java.util.Optional;

/** What the rows of one kind of file become; always called inside of a transaction. */
public interface Importer {

  ImportKind kind();

  /** What each column probably is; empty where that cannot be told. */
  List<String> guess(List<String> header);

  /**
   * Returns the targets when rows can be read by them.
   *
   * @throws SheetRefused when there are more or fewer than the columns, when something is chosen
   *     twice or is unknown, or when a row would not say what it is about
   */
  List<String> checked(List<String> targets, int columns);

  /** Begins a portion of the import; it ends with the transaction. */
  Portion open(ImportView one);

  /** The rows that are worked off together. */
  interface Portion {

    /** What is wrong with a row; nothing changes but what is noted for the rows behind it. */
    Optional<RowProblem> check(ImportRow row);

    /**
     * What a row that passed the check looks like though nothing says that it is the same: it was
     * brought before, by a row just like it.
     */
    default Optional<Long> twin(ImportRow row) {
      return Optional.empty();
    }

    /** Does what the row says; it was checked in the same transaction. */
    RowResult apply(ImportRow row);

    /** Takes back what the row did; false when something happened there since, so that it stays. */
    boolean undo(ImportRow row);
  }
}
