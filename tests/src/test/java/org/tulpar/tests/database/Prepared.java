package org.tulpar.tests.database;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test works with: made ready before each of its methods, and closed behind it. */
interface Prepared extends BeforeEachCallback, AfterEachCallback, AutoCloseable {

  void prepare() throws Exception;

  @Override
  default void beforeEach(ExtensionContext context) throws Exception {
    prepare();
  }

  @Override
  default void afterEach(ExtensionContext context) throws Exception {
    close();
  }
}
