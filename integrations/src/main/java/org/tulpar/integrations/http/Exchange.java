package org.tulpar.integrations.http;

import java.nio.charset.StandardCharsets;

/** What became of one HTTP request. */
public sealed interface Exchange {

  /**
   * The whole answer was read.
   *
   * @param retryAfter the header of that name as it came, or null
   */
  record Answered(int status, byte[] body, String retryAfter) implements Exchange {

    public boolean successful() {
      return status >= 200 && status < 300;
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** The request did not leave: nothing can have happened at the other side. */
  record NotSent(String code, Exception cause) implements Exchange {}

  /** The request left, or part of it, and no whole answer came. */
  record Unclear(String code, Exception cause) implements Exchange {}
}
