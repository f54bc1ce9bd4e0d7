package org.tulpar.simulator.history;

/** Who wrote a message. */
public enum Author {
  /** The customer, on their phone. */
  CUSTOMER,
  /** The application, through the gateway. */
  APPLICATION,
  /** A person of the organization, on the connected phone. */
  MANAGER_PHONE
}
