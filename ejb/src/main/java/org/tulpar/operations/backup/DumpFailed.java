package org.tulpar.operations.backup;

/** A dump or a restore that did not work; the code is the key of its sentence for the console. */
public final class DumpFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  public DumpFailed(String code, String detail) {
    super(detail);
    this.code = code;
  }

  public DumpFailed(String code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /** For example {@code backup.pg_dump_missing}, {@code backup.disk_full}. */
  public String code() {
    return code;
  }
}
