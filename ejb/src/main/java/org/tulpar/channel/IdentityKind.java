package org.tulpar.channel;

/** What an identity is called by its provider; its value is opaque text. */
public enum IdentityKind {
  PHONE,
  JID,
  LID,
  BSUID,
  PROVIDER_ID
}
