package org.tulpar.tests.isolation;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tulpar.tests.server.Installation;
import org.tulpar.tests.server.OnTheServer;

/**
 * Starts the installation before Arquillian deploys into it. The test class is loaded a second time
 * inside of the server, where there is nothing left to start.
 */
final class FromOutside implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty("com.sun.aas.instanceName") == null) {
      new OnTheServer().beforeAll(context);
      var installation = Installation.TESTED;
      System.setProperty("tulpar.tests.admin.port", String.valueOf(installation.adminPort()));
      System.setProperty("tulpar.tests.admin.password", installation.adminPassword());
    }
  }
}
