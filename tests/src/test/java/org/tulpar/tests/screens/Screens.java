package org.tulpar.tests.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tulpar.tests.browser.Chromium;
import org.tulpar.tests.browser.Look;
import org.tulpar.tests.server.DatabaseAway;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.OnTheServer;

/**
 * Every page, light and dark, on a desk and on a phone; no page is wider than its screen. Run by
 * its name only.
 */
@ExtendWith(OnTheServer.class)
class Screens {

  static final String SECOND_STEP = "second-step";

  private static final Path FOLDER = Path.of("../docs/screens");
  private static Chromium chromium;
  private static Demo demo;
  private static Guarded guarded;
  private static Unlucky unlucky;

  private final Camera camera = new Camera(FOLDER);
  private final List<String> tooWide = new ArrayList<>();

  @BeforeAll
  static void open() {
    chromium = new Chromium();
    demo = Demo.read();
    Scene.play(demo);
    try (var window = chromium.window(Look.DESK)) {
      var page = signedIn(window, "ORG_ADMIN");
      Firms.tell(page, demo.url());
      bringExamples(page);
    }
    guarded = new Guarded(demo);
    unlucky = new Unlucky(demo);
    try (var window = chromium.window(Look.DESK)) {
      Guarded.turnOn(signedIn(window, guarded.person()), demo.url());
    }
  }

  /** Tours, orders and deals, so that no page is empty. */
  private static void bringExamples(Page page) {
    page.navigate(demo.url() + "/welcome");
    page.click("[id='examples:bring']");
    page.locator("[id='examples:away']").waitFor();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @Test
  void everyPageHasItsPictures() {
    var shots = Tree.ofAnAdministrator();
    var console = Tree.ofASuperAdmin();
    for (var look : Album.LOOKS) {
      photograph("ORG_ADMIN", look, shots);
      photograph("SUPER_ADMIN", look, console);
      photograph(demo.url() + "/login", look, "login");
      photographSecondStep(look);
      photographMisfortunes(look);
      photograph(demo.simulatorUrl(), look, "simulator-phone");
    }
    for (var look : Album.MORE) {
      photograph("ORG_ADMIN", look, shots);
      photograph("SUPER_ADMIN", look, console);
    }
    new Album(FOLDER).write(shots, console);
    assertThat(tooWide).isEmpty();
  }

  private static Page signedIn(BrowserContext window, String role) {
    return signedIn(window, demo.first().user(role));
  }

  private static Page signedIn(BrowserContext window, Demo.Account person) {
    var page = entered(window, person);
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  /** The password is right; a second step may follow. */
  private static Page entered(BrowserContext window, Demo.Account person) {
    var page = window.newPage();
    page.navigate(demo.url() + "/login");
    page.fill("#user", person.login());
    page.fill("#password", person.password());
    page.click("#submit");
    return page;
  }

  private void photograph(String role, Look look, List<Shot> shots) {
    try (var window = chromium.window(look)) {
      var page = signedIn(window, role);
      speak(page, look.language());
      for (var shot : shots) {
        page.navigate(demo.url() + shot.path());
        follow(page, shot);
        take(window, page, look.picture(shot.name()));
      }
    }
  }

  private static void follow(Page page, Shot shot) {
    for (var link : shot.links()) {
      var before = page.url();
      page.locator(link).first().click();
      if (shot.shown() == null) {
        page.waitForURL(url -> !url.equals(before));
      } else {
        page.locator(shot.shown()).first().waitFor();
      }
    }
  }

  /** The language is the person's, not the browser's. */
  private static void speak(Page page, String language) {
    var code = Locale.forLanguageTag(language).getLanguage();
    if (!code.equals(page.locator("html").getAttribute("lang"))) {
      page.locator("details.usermenu:visible summary").first().click();
      page.locator("button[name=language][value=%s]:visible".formatted(code)).first().click();
      page.locator("html[lang=%s]".formatted(code)).waitFor();
    }
  }

  /** What is seen without a sign-in. */
  private void photograph(String address, Look look, String name) {
    try (var window = chromium.window(look)) {
      var page = window.newPage();
      page.navigate(address);
      take(window, page, look.picture(name));
    }
  }

  private void photographSecondStep(Look look) {
    try (var window = chromium.window(look)) {
      var page = entered(window, guarded.person());
      page.locator("#code").waitFor();
      take(window, page, look.picture(SECOND_STEP));
    }
  }

  private void photographMisfortunes(Look look) {
    try (var window = chromium.window(look)) {
      entered(window, unlucky.invited()).waitForURL(url -> url.endsWith("/password"));
      take(window, window.pages().getFirst(), look.picture(Unlucky.FIRST_PASSWORD));
    }
    try (var window = chromium.window(look)) {
      var page = signedIn(window, "ORG_ADMIN");
      Unlucky.waitsTooLong(page, demo.url());
      take(window, page, look.picture(Unlucky.EXPIRED));
      try (var away = new DatabaseAway()) {
        page.navigate(demo.url() + "/clients");
        take(window, page, look.picture(Unlucky.UNAVAILABLE));
      }
    }
    try (var window = chromium.window(look)) {
      var page = signedIn(window, unlucky.lost());
      page.navigate(demo.url() + "/dashboard");
      page.locator(".failure").waitFor();
      take(window, page, look.picture(Unlucky.SERVER_ERROR));
    }
  }

  private void take(BrowserContext window, Page page, String name) {
    var wider = camera.take(window, page, name);
    if (wider > 0) {
      tooWide.add("%s by %d px".formatted(name, wider));
    }
  }
}
