package org.tulpar.web.operations;

import org.tulpar.operations.Outcome;
import org.tulpar.operations.backup.BackupRow;

/**
 * One line of the table of backups, ready to show. No record: expression language sees only the
 * components of one.
 */
public final class BackupLine {

  private final BackupRow row;
  private final Figures figures;

  BackupLine(BackupRow row, Figures figures) {
    this.row = row;
    this.figures = figures;
  }

  public long getNumber() {
    return row.run().id();
  }

  public String getStarted() {
    return figures.time(row.run().startedAt());
  }

  public String getTook() {
    return figures.seconds(row.run().startedAt(), row.run().finishedAt());
  }

  public String getOutcome() {
    return row.run().outcome().name();
  }

  public String getTrigger() {
    return row.run().trigger().name();
  }

  public boolean isRed() {
    return row.run().outcome() == Outcome.RED;
  }

  public boolean isDumped() {
    return row.run().file() != null;
  }

  public boolean isPruned() {
    return row.run().prunedAt() != null;
  }

  public String getFile() {
    return row.run().file();
  }

  public String getSize() {
    return figures.size(row.run().bytes()).amount();
  }

  /** Key of the unit of {@link #getSize()}. */
  public String getSizeUnit() {
    return figures.size(row.run().bytes()).unit();
  }

  public boolean isProven() {
    return row.proof() != null && row.proof().outcome() == Outcome.GREEN;
  }

  public String getTables() {
    return figures.count(row.proof().tables());
  }

  public String getRows() {
    return figures.count(row.proof().rows());
  }

  public String getProofTook() {
    return figures.seconds(row.proof().startedAt(), row.proof().finishedAt());
  }

  public String getDumpTook() {
    return figures.seconds(row.run().startedAt(), row.proof().startedAt());
  }

  public String getReasonKey() {
    return row.run().reasonCode();
  }

  /** What the tool said, in its own words. */
  public String getReason() {
    return row.run().reason();
  }
}
