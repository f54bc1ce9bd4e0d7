package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.NOTHING_UNDER_WAY;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;

/** What the composer knows: what is sold and for how much, and where a translation went astray. */
class ComposerJourneyIT extends Journey {

  private static final String NUMBER = "77060000081";
  private static final String TWICE = "77060000083";
  private static final String ARAB = "77060000082";
  private static final LocalDate DAY = LocalDate.now().plusDays(40);

  @Test
  void aProductIsToldOfWithThePriceOfItsDay() {
    var name = "Кель-Суу зимой " + System.nanoTime();
    var aigul = signedIn("ORG_ADMIN", "/products", Look.DESK);
    sells(aigul, name);
    Customer.writes(demo().first().channel(), NUMBER, "Что посоветуете?");
    aigul.navigate(url("/inbox?tab=ALL"));
    opens(aigul, NUMBER);
    aigul.locator("#reply").pressSequentially("Есть #" + name.toLowerCase());
    shown(aigul.locator("#suggest [role=option]", saying(name)));
    assertThat(aigul.locator("#suggest [role=option]", saying(name))).containsText("6");
    looksAt(aigul, "composer-product-1440-ru-light");
    aigul.keyboard().press("Enter");
    assertThat(aigul.locator("#reply"))
        .hasValue(Pattern.compile("Есть " + name + ", .+: взрослый 3\\s500\\sKGS"));
    assertThat(aigul.locator("#suggest")).isHidden();
    aigul.fill("#reply", "");
    aigul.locator("[data-act=quote]").click();
    shown(aigul.locator("#suggest [role=option]").first());
    aigul.keyboard().press("Escape");
    aigul.keyboard().type("0"); // with which no product's number begins
    shown(aigul.locator("#suggest p"));
    aigul.fill("#reply", "");
  }

  @Test
  void theSameWordsSaidTwiceAreTwoMessages() {
    var words = "Да, поедем";
    Customer.writes(demo().first().channel(), TWICE, "Вы с нами? И завтра тоже?");
    var aigul = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(aigul, TWICE);
    var held = new ArrayList<Route>();
    aigul.route(
        "**/inbox**",
        route -> {
          var posted = route.request().postData();
          if (held.isEmpty() && posted != null && posted.contains("key=")) {
            held.add(route);
          } else {
            route.resume();
          }
        });
    aigul.fill("#reply", words);
    aigul.press("#reply", "Enter");
    aigul.waitForCondition(() -> !held.isEmpty());
    aigul.fill("#reply", words);
    aigul.press("#reply", "Enter");
    held.getFirst().resume();
    aigul.waitForFunction(NOTHING_UNDER_WAY);
    aigul.unroute("**/inbox**");
    aigul.reload(); // what the server has taken
    counts(aigul.locator("#flow article.msg", saying(words)), 2);
  }

  @Test
  void whatDidNotSurviveIsMarkedInBothTexts() {
    Customer.writes(
        demo().first().channel(),
        ARAB,
        "نريد جولة إلى إيسيك كول، ٢ بالغين و٣ أطفال، من ١٢ إلى ١٨ يوليو.");
    var aigul = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(aigul, ARAB);
    shown(aigul.locator("#flow .dir").first());
    aigul.fill("#reply", "Итого 1 324 USD за семью.");
    assertThat(aigul.locator("#preview-text"))
        .hasValue(
            "المجموع 1 324 دولارا للعائلة.",
            new LocatorAssertions.HasValueOptions().setTimeout(SOON.toMillis()));
    assertThat(aigul.locator(".marks .doubt")).hasCount(0);
    aigul.fill("#preview-text", "المجموع 1 234 دولارا للعائلة.");
    counts(aigul.locator(".marks .doubt"), 2);
    assertThat(aigul.locator("#composer > .marked .doubt")).hasText("1 324 USD");
    assertThat(aigul.locator("#preview .marked .doubt")).containsText("1 234");
    looksAt(aigul, "composer-doubt-1440-ru-light");
    prefersDark(aigul);
    looksAt(aigul, "composer-doubt-1440-ru-dark");
    aigul.click("#preview-confirm");
    counts(aigul.locator("#flow mark.doubt"), 2);
    assertThat(aigul.locator(".marks .doubt")).hasCount(0);
    looksAt(aigul, "thread-doubt-1440-ru-dark");
    aigul.locator("#flow .orig:has(mark)").click();
    assertThat(aigul.locator("#flow .bubble > p > mark.doubt")).containsText("1 234");
  }

  private static void prefersDark(Page page) {
    page.evaluate(
        "() => { document.documentElement.dataset.theme = 'dark';"
            + " document.getElementById('dark').media = 'all'; }");
    page.waitForFunction("() => document.getAnimations().length === 0");
  }

  private void sells(Page page, String name) {
    page.navigate(url("/products/new"));
    page.fill("[id='card:name']", name);
    page.locator("[id='card:add']").click();
    shown(page.locator(".banner.success"));
    page.fill("#starts", DAY.toString());
    page.fill("#seats", "6");
    assertThat(page.locator("#starts + .said-day")).containsText(Integer.toString(DAY.getYear()));
    page.locator("button[value='departure-add.0']").click();
    assertThat(page.locator("table.departures tbody tr")).hasCount(1);
    page.fill("#amount", "3 500");
    page.fill("#from", DAY.toString());
    page.locator("button[value='price-add.0']").click();
    assertThat(page.locator("table.prices tbody tr")).hasCount(1);
    looksAt(page, "product-1440-ru-light");
  }
}
