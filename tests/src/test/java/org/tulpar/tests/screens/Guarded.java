package org.tulpar.tests.screens;

import com.microsoft.playwright.Page;
import java.time.Instant;
import org.tulpar.tests.server.Authenticator;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;

/** Somebody of an organization beside the demo's, whom the sign-in asks for a code. */
final class Guarded {

  private final Newcomers colleagues = new Newcomers();
  private final Demo.Account person;

  Guarded(Demo demo) {
    colleagues.named("Ala-Too Trekking");
    person = colleagues.person("MANAGER", "Айгуль", demo.first().user("MANAGER"));
  }

  Demo.Account person() {
    return person;
  }

  /**
   * @param page where this person is signed in
   */
  static void turnOn(Page page, String url) {
    page.navigate(url + "/settings/security");
    page.click("[id='begin:go']");
    var app = new Authenticator(page.locator("#secret").textContent());
    page.fill("[id='confirm:code']", app.code(Instant.now()));
    page.click("[id='confirm:go']");
    page.locator("#codes li").first().waitFor();
  }
}
