package org.tulpar.simulator.http;

/** A body that is not JSON, and where it stopped being it. */
public final class MalformedJson extends Exception {

  private static final long serialVersionUID = 1L;

  public MalformedJson(long position, Throwable cause) {
    super("Unexpected token in JSON at position " + Math.max(0, position), cause);
  }
}
