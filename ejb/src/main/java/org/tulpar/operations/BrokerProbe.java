package org.tulpar.operations;

/** Asks the message broker whether it works; the answer is for the health of this node. */
public interface BrokerProbe {

  /**
   * Returns when the broker answered.
   *
   * @throws BrokerUnreachable when it did not, within two seconds
   */
  void check();
}
