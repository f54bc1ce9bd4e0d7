package org.tulpar.integrations.http;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * Ends a call that has taken too long, wherever it is: the socket's own timeout bounds a read, and
 * nothing bounds the writing of a file to a server that does not read it.
 */
final class Cut implements Runnable {

  private final HttpUriRequestBase request;
  private volatile boolean made;

  Cut(HttpUriRequestBase request) {
    this.request = request;
  }

  @Override
  public void run() {
    made = true;
    request.abort();
  }

  boolean made() {
    return made;
  }
}
