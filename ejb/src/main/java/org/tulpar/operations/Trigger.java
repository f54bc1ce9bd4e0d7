package org.tulpar.operations;

/** Who asked for a run. */
public enum Trigger {
  SCHEDULE,
  PERSON
}
