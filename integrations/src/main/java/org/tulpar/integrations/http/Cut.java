package org.tulpar.integrations.http;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Ends a call that has taken too long, wherever it is: the socket's own timeout bounds a read, and
 * nothing bounds the writing of a file to a server that does not read it.
 */
final class Cut implements Runnable {

  private volatile HttpUriRequestBase request;
  private volatile boolean made;

  Cut(HttpUriRequestBase request) {
    this.request = request;
  }

  @Override
  public void run() {
    var late = request;
    if (late != null) {
      made = true;
      late.abort();
    }
  }

  /** The call is over: a clock that still holds the cut holds no file with it. */
  void forget() {
    request = null;
  }

  boolean made() {
    return made;
  }
}
