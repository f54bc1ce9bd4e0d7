package org.tulpar.integrations.http;

import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Ends a call that has taken too long, wherever it is: the socket's own timeout bounds a read, and
 * nothing bounds the writing of a file to a server that does not read it.
 */
final class Cut {

  private final HttpUriRequestBase request;
  private final long due;
  private volatile boolean made;

  Cut(HttpUriRequestBase request, Duration most) {
    this.request = request;
    this.due = System.nanoTime() + most.toNanos();
  }

  boolean isDue() {
    return System.nanoTime() - due >= 0;
  }

  void make() {
    made = true;
    request.abort();
  }

  boolean made() {
    return made;
  }
}
