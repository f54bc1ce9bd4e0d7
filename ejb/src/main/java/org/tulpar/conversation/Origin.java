package org.tulpar.conversation;

/** Where a message was written. */
public enum Origin {
  CRM,
  /** On the messenger's own device: the client's, or the organization's phone. */
  PHONE,
  API,
  CAMPAIGN
}
