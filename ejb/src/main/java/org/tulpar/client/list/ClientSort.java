package org.tulpar.client.list;

/** The orders of the client list. */
public enum ClientSort {
  /** Who came last stands first. */
  NEWEST,
  /** By name; who has none stands at the end. */
  NAME,
  /** Who was spoken with last stands first; who never was stands at the end, the newest first. */
  CONTACT
}
