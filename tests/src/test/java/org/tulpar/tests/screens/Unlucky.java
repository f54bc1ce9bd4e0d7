package org.tulpar.tests.screens;

import com.microsoft.playwright.Page;
import java.util.List;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Plight;

/** People of organizations beside the demo's who see what nobody asks for. */
final class Unlucky {

  static final String FIRST_PASSWORD = "first-password";
  static final String EXPIRED = "expired";
  static final String SERVER_ERROR = "server-error";
  static final String UNAVAILABLE = "unavailable";
  static final List<String> NAMES = List.of(FIRST_PASSWORD, EXPIRED, UNAVAILABLE, SERVER_ERROR);

  private final Demo.Account invited;
  private final Demo.Account lost;

  Unlucky(Demo demo) {
    var newcomers = new Newcomers();
    newcomers.named("Ala-Too Trekking");
    invited = newcomers.person("MANAGER", "Айгуль", demo.first().user("MANAGER"));
    new Plight(newcomers).invited(invited);
    var others = new Newcomers();
    lost = others.person("MANAGER", "Бакыт", demo.first().user("MANAGER"));
    new Plight(others).losesItsClock();
  }

  /** Whose password was given to her. */
  Demo.Account invited() {
    return invited;
  }

  /** Whose dashboard fails. */
  Demo.Account lost() {
    return lost;
  }

  /**
   * A form that the server has forgotten is sent.
   *
   * @param page of somebody who may change the teams
   */
  static void waitsTooLong(Page page, String url) {
    page.navigate(url + "/teams");
    page.waitForLoadState();
    page.evaluate(
        "document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]').forEach(one => one.value = '7:7')");
    page.click("[id='team:save']");
    page.locator(".failure").waitFor();
  }
}
