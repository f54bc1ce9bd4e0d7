package org.tulpar.operations.backup;

/** Who asked for a run. */
public enum Trigger {
  SCHEDULE,
  PERSON
}
