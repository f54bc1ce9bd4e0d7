package org.tulpar.tests.server;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Brings the installation up before the first test that needs it and takes it down after the last,
 * whatever happened.
 */
public final class OnTheServer implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Running.class, key -> new Running(), Running.class)
        .require();
  }

  /** The first failure to start is the failure of every test: nobody tries twice. */
  private static final class Running implements AutoCloseable {

    private RuntimeException failure;

    Running() {
      try {
        Installation.TESTED.startFresh();
      } catch (RuntimeException e) {
        failure = e;
      }
    }

    void require() {
      if (failure != null) {
        throw new IllegalStateException("the installation did not start", failure);
      }
    }

    @Override
    public void close() {
      Installation.TESTED.stop();
    }
  }
}
