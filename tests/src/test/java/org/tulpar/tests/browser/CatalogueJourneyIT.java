package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** A tour gets a price and a departure, somebody orders it, and its seats become fewer. */
class CatalogueJourneyIT extends Journey {

  private static final LocalDate DAY = LocalDate.now(Clock.systemUTC()).plusMonths(2);

  @Test
  void fromAPriceToAConfirmedOrder() {
    var page = signedIn("ORG_ADMIN", "/products", Look.DESK);
    offersATour(page);
    var order = orders(page);
    areFoundByWhatPeopleAskFor(page, order);
    confirms(page, order);
    importsWhatIsRight(page);
    aManagerReadsOnAPhoneAndImportsNothing();
  }

  @Test
  void aPartnerIsWrittenBesideTheListAndByOneAtATime() {
    var page = admin(new Newcomers(), "/partners");
    shown(page.locator(".empty"));
    var card = new Form(page, "card");
    card.fills("name", "Караван").fills("commission", "150").isRefused("save");
    card.has("commission", "150").fills("commission", "12,5").isTaken("save");
    assertThat(page.locator("table.clients tbody tr")).containsText("12.5 %");
    var second = page.context().newPage();
    second.navigate(page.url());
    card.fills("phone", "+996 555 111 222").isTaken("save");
    assertThat(page.locator("table.clients tbody tr")).containsText("+996555111222");
    new Form(second, "card").fills("name", "Другой караван").isRefused("save");
    page.navigate(page.url());
    card.has("name", "Караван");
    looksAt(page, "partner-1440-ru-light");
    card.field("active").uncheck();
    card.isTaken("save");
    page.navigate(url("/partners"));
    shown(page.locator(".empty"));
    page.navigate(url("/partners?retired=true"));
    counts(page.locator("table.clients tbody tr"), 1);
  }

  /**
   * An address narrows to somebody who has left, and to a product: both are shown, and taken off.
   */
  @Test
  void whateverTheAddressNarrowsToIsShown() {
    var newcomers = new Newcomers();
    newcomers.trade().offer("Сон-Куль верхом");
    var bakyt = newcomers.person("MANAGER", "Бакыт", demo().first().user("ORG_ADMIN"));
    var page = admin(newcomers, "/products");
    var product = page.locator("table.clients a.who").getAttribute("href").replaceAll(".*/", "");
    page.navigate(url("/orders"));
    var manager = page.locator("#filters [name=manager]");
    var id = manager.locator("option", having("Бакыт")).getAttribute("value");
    newcomers.leaves(bakyt);
    page.navigate(url("/orders?status=NEW&product=" + product + "&manager=" + id));
    assertThat(manager).hasValue(id);
    page.waitForLoadState();
    var chip = page.locator("#filters .chip.on", saying("Сон-Куль верхом"));
    looksAt(page, "orders-narrow-1440-ru-light");
    readAnew(page, chip::click);
    assertThat(page).hasURL(Pattern.compile(".*/orders[?]status=NEW&manager=" + id));
    assertThat(chip).hasCount(0);
    readAnew(page, page.locator("#filters button")::click);
    assertThat(page).hasURL(Pattern.compile(".*[?&]manager=" + id + ".*"));
    page.navigate(url("/orders"));
    counts(manager.locator("option", having("Бакыт")), 0);
  }

  private static Locator.LocatorOptions having(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  private void aManagerReadsOnAPhoneAndImportsNothing() {
    allows("403");
    var phone = signedIn("MANAGER", "/products", Look.PHONE.dark());
    shown(phone.locator("table.clients tbody tr").first());
    looksAt(phone, "products-390-ru-dark");
    assertThat(phone.navigate(url("/product-import")).status()).isEqualTo(403);
  }

  private void offersATour(Page page) {
    page.navigate(url("/products/new"));
    page.fill("[id='card:name']", "Ала-Арча, 1 день " + System.nanoTime());
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.fill("#starts", DAY.toString());
    page.fill("#seats", "6");
    page.click("[value='departure-add.0']");
    assertThat(page.locator("table.departures tbody tr")).hasCount(1);
    page.fill("#amount", "3 500");
    page.fill("#season", "Лето");
    page.fill("#from", DAY.minusDays(1).toString());
    page.fill("#to", DAY.plusDays(1).toString());
    page.click("[value='price-add.0']");
    assertThat(page.locator("table.prices tbody tr")).hasCount(1);
    page.fill("#amount", "4000");
    page.fill("#from", DAY.toString());
    page.click("[value='price-add.0']");
    shown(page.locator(".banner.danger"));
    assertThat(page.locator("#amount")).hasValue("4000");
    looksAt(page, "product-1440-ru-light");
  }

  /** Returns the order's address. */
  private static String orders(Page page) {
    var product = page.url().replaceAll(".*/products/([0-9]+).*", "$1");
    page.navigate(url("/clients/new"));
    page.fill("[id='card:name']", "Заказчица");
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.locator("a[href*='/orders/new?client=']").first().click();
    page.navigate(page.url() + "&product=" + product);
    page.locator(".offers input").first().fill("4");
    page.click("[value='create.0']");
    shown(page.locator(".banner.success"));
    assertThat(page.locator("tfoot")).containsText("KGS");
    return page.url();
  }

  /** What is asked for stands in the address, and the way back leads through it. */
  private void areFoundByWhatPeopleAskFor(Page page, String order) {
    var rows = page.locator("table.orders tbody tr");
    page.navigate(url("/orders?status=NEW"));
    page.fill("#filters [name=what]", "Ала-Арча, 1 день");
    page.locator("#filters [name=from]")
        .fill(LocalDate.now(Clock.systemUTC()).minusDays(1).toString());
    readAnew(page, page.locator("#filters button")::click);
    assertThat(page).hasURL(Pattern.compile(".*[?]what=[^&]+&from=[0-9-]+&status=NEW"));
    shown(rows.first());
    readAnew(page, () -> page.selectOption("#filters [name=by]", "departure"));
    shown(rows.first());
    page.locator("#filters [name=from]").fill(DAY.plusDays(1).toString());
    readAnew(page, page.locator("#filters button")::click);
    assertThat(rows.locator("a[href$='" + order.replaceAll(".*/orders", "/orders") + "']"))
        .hasCount(0);
    page.goBack();
    assertThat(page.locator("#filters [name=by]")).hasValue("departure");
    assertThat(rows.locator("a[href$='" + order.replaceAll(".*/orders", "/orders") + "']"))
        .hasCount(1);
    var me = page.locator("#filters [name=manager] option", saying("Айгуль Садыкова"));
    readAnew(page, () -> page.selectOption("#filters [name=manager]", me.getAttribute("value")));
    assertThat(page).hasURL(Pattern.compile(".*manager=[0-9]+.*"));
    assertThat(page.locator("#filters [name=manager]")).not().hasValue("");
    page.navigate(order);
  }

  private void confirms(Page page, String order) {
    readAnew(page, page.locator("button[value$='.CONFIRMED']")::click);
    shown(page.locator(".banner.success"));
    looksAt(page, "order-1440-ru-light");
    page.locator("#lines a[href*='/products/']").first().click();
    assertThat(page.locator("table.departures .badge").first()).containsText("2");
    page.navigate(url("/orders?status=CONFIRMED"));
    shown(page.locator("table.orders tbody tr").first());
    looksAt(page, "orders-1440-ru-light");
    page.navigate(order);
    isAskedBeforeTheEnd(page);
    shown(page.locator(".banner.success"));
    page.locator("#lines a[href*='/products/']").first().click();
    assertThat(page.locator("table.departures .badge").first()).containsText("6");
  }

  private static void isAskedBeforeTheEnd(Page page) {
    var cancel = page.locator("button[value$='.CANCELLED']");
    Asked.letsBe(cancel);
    readAnew(page, () -> Asked.means(cancel));
  }

  private static void importsWhatIsRight(Page page) {
    page.navigate(url("/product-import"));
    Sheet.brings(
        page,
        "Название;Цена;Валюта;Цена с\nПрокат палатки;500;KGS;01.01.2026\nПрокат;даром;KGS;\n",
        "даром");
    Sheet.isImported(page);
    Sheet.isTakenBack(page);
  }
}
