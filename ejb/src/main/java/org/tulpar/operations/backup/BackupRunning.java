package org.tulpar.operations.backup;

import org.tulpar.kernel.Refused;

/** A second backup was asked for while one runs. */
public class BackupRunning extends Refused {

  private static final long serialVersionUID = 1L;

  BackupRunning() {
    super("a backup is running already");
  }

  @Override
  public String code() {
    return "refused.backup_running";
  }
}
