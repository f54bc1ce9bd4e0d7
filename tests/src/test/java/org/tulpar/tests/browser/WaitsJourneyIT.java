package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Swept;

/** What is asked for and is not there at once is covered by its own outlines, and nothing moves. */
class WaitsJourneyIT extends Journey {

  private static final String NUMBER = "77060000096";

  private final Demo.Channel channel = demo().first().channel();

  @ParameterizedTest
  @CsvSource({
    "/inbox?tab=ALL, #tabs a[data-tab=BOT], #rows .conv",
    "/clients?lang=ru, nav.segments a, .table tbody td",
    "/dashboard, nav.seg a:not([aria-current]), .tile",
  })
  void aPageThatIsAskedForAnewIsCovered(String path, String link, String covered) {
    Customer.writes(channel, NUMBER, "Есть ли места?");
    var page = signedIn("ORG_ADMIN", path, Look.DESK);
    shown(page.locator(covered).first());
    var before = places(page, covered);
    // An answer without a page leaves the browser where it is, as a slow one does for long.
    var address = "**" + path.replaceFirst("[?].*", "") + "*";
    page.route(address, route -> route.fulfill(new FulfillOptions().setStatus(204)));
    page.locator(link).first().click();
    assertThat(page.locator("#main")).hasAttribute("aria-busy", "true");
    assertThat(places(page, covered)).isEqualTo(before);
    assertThat(page.locator(covered + " > *").last()).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("#main[aria-busy]")).hasCount(0);
    page.unroute(address);
    readAnew(page, page.locator(link).first()::click);
    shown(page.locator("#main"));
    assertThat(page.locator("#main[aria-busy]")).hasCount(0);
  }

  @Test
  void theDealBesideTheBoardIsAnnouncedAndFollowed() {
    var title = "Кель-Суу " + UUID.randomUUID();
    afterwards(() -> Swept.deals(channel, title));
    Customer.writes(channel, NUMBER, "Есть ли места?");
    var page = signedIn("ORG_ADMIN", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    page.fill("#deal-new input[name=title]", title);
    page.locator("#deal-new button").click();
    shown(page.locator("#deal-side", saying(title)));
    page.navigate(url("/deals"));
    shown(page.locator("#board .deal", saying(title)));
    page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
    var held = holds(page, "**/deals");
    page.locator("#board .deal", saying(title)).click();
    shown(page.locator("#panel-waits"));
    assertThat(page.locator("#panel")).hasAttribute("aria-busy", "true");
    releases(page, held);
    shown(page.locator("#edit-title"));
    assertThat(page.locator("#edit-title")).isFocused();
    assertThat(page.locator("#panel-waits")).isHidden();
    assertThat(page.locator("#panel")).hasAttribute("aria-busy", "false");
  }

  private static List<Route> holds(Page page, String address) {
    var held = new CopyOnWriteArrayList<Route>();
    page.route(address, held::add);
    return held;
  }

  private static void releases(Page page, List<Route> held) {
    page.unrouteAll();
    held.forEach(Route::resume);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> places(Page page, String what) {
    return (List<Map<String, Object>>)
        page.evaluate(
            "what => [...document.querySelectorAll(what)].slice(0, 12).map(one => one.getBoundingClientRect().toJSON())",
            what);
  }
}
