package org.tulpar.identity;

/** How the pages look; {@code SYSTEM} follows the person's computer. */
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}
