package org.tulpar.transfer;

/** How far an import is. */
public enum ImportStatus {
  /** The file is here; what its columns are is not said yet. */
  UPLOADED,
  /** Its rows are being looked at; nothing changes. */
  CHECKING,
  /** It is known which rows are wrong. */
  CHECKED,
  /** The valid rows are done. */
  RUNNING,
  DONE,
  /** What became of it is taken back. */
  UNDOING,
  UNDONE;

  /** Whether portions of it are worked off. */
  public boolean isAtWork() {
    return this == CHECKING || this == RUNNING || this == UNDOING;
  }
}
