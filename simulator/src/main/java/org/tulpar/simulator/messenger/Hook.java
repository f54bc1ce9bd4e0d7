package org.tulpar.simulator.messenger;

import java.util.Map;

/**
 * A webhook as its provider sends it.
 *
 * @param message the provider's id of the message it tells, or null
 */
record Hook(String event, String detail, Map<String, String> headers, byte[] body, String message) {

  Hook(String event, String detail, Map<String, String> headers, byte[] body) {
    this(event, detail, headers, body, null);
  }

  Hook of(String id) {
    return new Hook(event, detail, headers, body, id);
  }
}
