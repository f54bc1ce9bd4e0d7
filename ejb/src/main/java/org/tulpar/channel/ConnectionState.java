package org.tulpar.channel;

/** Whether a channel reaches its messenger. */
public enum ConnectionState {
  OPEN,
  CONNECTING,
  CLOSED
}
