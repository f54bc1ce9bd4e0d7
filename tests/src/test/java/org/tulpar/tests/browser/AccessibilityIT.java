package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;

/** Everybody can use every page: in both themes, in both languages, at a desk and on a phone. */
class AccessibilityIT extends Journey {

  private static final String NUMBER = "77060000031";

  @ParameterizedTest
  @CsvSource({"390, 844, ru-RU, LIGHT", "1440, 900, en-US, DARK"})
  void nothingKeepsAPersonFromUsingAPage(
      int width, int height, String language, ColorScheme scheme) {
    var look = new Look(width, height, language, scheme);
    beforeTheSignIn(look);
    Customer.writes(demo().first().channel(), NUMBER, "Сколько стоит?");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", look);
    opens(page, NUMBER);
    fitsEveryWindow(page, look);
    looksAt(page, look.picture("walk-thread"));
    for (var path : Pages.OF_AN_ADMINISTRATOR) {
      page.navigate(url(path));
      fitsEveryWindow(page, look);
      looksAt(page, look.picture("walk" + path.replace('/', '-')));
    }
    looksAtTheFirst(page, "/clients", look);
    looksAtTheFirst(page, "/products", look);
    refusesAPage(page, look);
    forgetsAPage(page, look);
    ofThePlatform(look);
  }

  /** Nobody scrolls sideways: on a phone, on a tablet, at a desk. */
  @SuppressWarnings("unchecked")
  private static void fitsEveryWindow(Page page, Look look) {
    for (int width : List.of(390, 1024, 1440)) {
      page.setViewportSize(width, look.height());
      var room = "() => [document.documentElement.scrollWidth, document.body.scrollWidth]";
      assertThat((List<Integer>) page.evaluate(room))
          .as("%s at %d", page.url(), width)
          .allSatisfy(wide -> assertThat(wide).isLessThanOrEqualTo(width));
    }
    page.setViewportSize(look.width(), look.height());
  }

  private void beforeTheSignIn(Look look) {
    var page = window(look).newPage();
    page.navigate(url("/login"));
    looksAt(page, look.picture("walk-login"));
  }

  /** The card behind the first row. */
  private void looksAtTheFirst(Page page, String list, Look look) {
    page.navigate(url(list));
    page.locator("table.clients tbody a.who").first().click();
    assertThat(page.locator("table.clients")).hasCount(0);
    looksAt(page, look.picture("walk" + list.replace('/', '-') + "-card"));
  }

  private void refusesAPage(Page page, Look look) {
    allows("404");
    page.navigate(url("/nothing-here"));
    looksAt(page, look.picture("walk-missing"));
    allows("403");
    assertThat(page.navigate(url("/console")).status()).isEqualTo(403);
    fitsEveryWindow(page, look);
    looksAt(page, look.picture("walk-forbidden"));
    allows("405");
    assertThat(page.navigate(url("/preferences")).status()).isEqualTo(405);
    looksAt(page, look.picture("walk-not-done"));
  }

  /** It was open for longer than the server remembers. */
  private void forgetsAPage(Page page, Look look) {
    allows("409");
    page.navigate(url("/teams"));
    page.waitForLoadState();
    page.evaluate(
        "document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]').forEach(one => one.value = '7:7')");
    readAnew(page, () -> page.click("[id='team:save']"));
    var again = page.locator(".failure a.primary");
    assertThat(again).hasAttribute("href", Pattern.compile(".*/teams$"));
    fitsEveryWindow(page, look);
    looksAt(page, look.picture("walk-expired"));
    readAnew(page, again::click);
    assertThat(page.locator("[id='team:save']")).isVisible();
  }

  private void ofThePlatform(Look look) {
    var page = signedIn(demo().superAdmin(), "/console", look);
    looksAt(page, look.picture("walk-console"));
  }
}
