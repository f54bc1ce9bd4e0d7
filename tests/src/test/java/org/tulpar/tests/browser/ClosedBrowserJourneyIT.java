package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Simulator;

/** A manager who has closed every tab hears of a client who waits. */
class ClosedBrowserJourneyIT extends Journey {

  private static final String PROFILE = "/settings/profile";
  private static final String WAITS = "Клиент ждёт человека";

  private final String browser = "b-" + UUID.randomUUID();
  private final String number =
      "7703" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));

  @Test
  void whoHasClosedEverythingIsTold() {
    var keys = Simulator.hasBrowser(browser);
    var window = window(Look.DESK);
    ClosedWindow.subscribesTo(window, keys);
    var page = window.newPage();
    comesIn(page);
    switchesOn(page);
    page.close();
    Simulator.customerWrites(demo().first().channel().instance(), number, "позовите менеджера");
    await().atMost(SOON).until(() -> notice().isPresent());
    var notice = notice().orElseThrow();
    assertThat(notice.path("title").asText()).isEqualTo(WAITS);
    var blank = window.newPage();
    ClosedWindow.wakes(blank, demo().url(), notice.toString());
    var back = window.newPage();
    back.navigate(url(PROFILE));
    var body = notice.path("body").asText();
    await()
        .atMost(SOON)
        .until(() -> ClosedWindow.shown(back).equals(List.of(WAITS + " | " + body)));
    isQuietBeforeHerEyes(back);
    switchesOff(back);
  }

  /** An iPhone tells nobody else. */
  @Test
  void itCanStandOnAHomeScreen() {
    var window = window(Look.PHONE);
    var page = window.newPage();
    page.navigate(url("/login"));
    var browser = window.newCDPSession(page);
    var told = browser.send("Page.getAppManifest");
    assertThat(told.get("url").getAsString()).endsWith("/app.webmanifest");
    assertThat(told.getAsJsonArray("errors")).isEmpty();
    assertThat(browser.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors"))
        .as("a window of a test forgets everything when it is closed, and nothing else is missing")
        .extracting(one -> one.getAsJsonObject().get("errorId").getAsString())
        .allMatch("in-incognito"::equals);
    var icon = page.locator("link[rel='apple-touch-icon']").getAttribute("href");
    var picture = page.request().get(url(icon.substring(icon.indexOf("/icons"))));
    assertThat(picture.headers().get("content-type")).startsWith("image/png");
  }

  @Test
  void whatStandsInTheWayIsSaid() {
    var window = window(Look.DESK);
    window.addInitScript("Notification.requestPermission = async () => window.right || 'denied'");
    window.addInitScript(
        "PushManager.prototype.subscribe = async () => { throw new DOMException('', 'AbortError');"
            + " }");
    var page = window.newPage();
    comesIn(page);
    refuses(page, "Браузер запретил");
    page.evaluate("window.right = 'granted'");
    refuses(page, "Служба уведомлений браузера не отвечает");
    looksAt(page, "profile-unpushed-1440-ru-light");
    window.addInitScript("delete window.PushManager");
    page.reload();
    assertThat(page.locator("#push")).isDisabled();
    assertThat(page.locator("#push-state")).containsText("не получает уведомлений");
  }

  private void comesIn(Page page) {
    page.navigate(url(PROFILE));
    enters(page, demo().first().user("MANAGER"));
    page.waitForURL(url(PROFILE));
    speaks(page, "ru");
  }

  private void switchesOn(Page page) {
    assertThat(page.locator("#push")).not().isChecked();
    page.locator("#push").click();
    assertThat(page.locator("#push")).isEnabled();
    assertThat(page.locator("#push-state")).hasText("");
    assertThat(page.locator("#push")).isChecked();
    assertThat(page.locator("[id='alerts:browser']")).isChecked();
    looksAt(page, "profile-pushed-1440-ru-light");
    page.reload();
    assertThat(page.locator("#push")).isChecked();
    assertThat(page.locator("[id='alerts:browser']")).isChecked();
  }

  private Optional<JsonNode> notice() {
    return Simulator.told(browser).stream()
        .filter(one -> one.path("body").asText().contains(number))
        .findFirst();
  }

  /** The page that she looks at tells by itself. */
  private static void isQuietBeforeHerEyes(Page page) {
    page.bringToFront();
    ClosedWindow.wakes(
        page,
        demo().url(),
        "{\"conversation\": 4711, \"occasion\": \"seen\", \"title\": \"Seen\", \"body\":"
            + " \"already\"}");
    page.waitForTimeout(1000);
    assertThat(ClosedWindow.shown(page)).hasSize(1).noneMatch(one -> one.startsWith("Seen"));
  }

  private static void switchesOff(Page page) {
    page.waitForResponse(
        answer -> answer.status() == 204 && "end".equals(act(answer.request())),
        () -> page.locator("#push").click());
    assertThat(page.locator("#push")).isEnabled();
    page.reload();
    assertThat(page.locator("#push")).not().isChecked();
    var alerts = new Form(page, "alerts");
    alerts.field("browser").uncheck();
    alerts.isTaken("keep");
  }

  private static String act(Request request) {
    var said = request.url().endsWith("/push-subscription") ? request.postData() : null;
    return said == null ? null : said.replaceFirst(".*act=(\\w+).*", "$1");
  }

  private static void refuses(Page page, String words) {
    page.locator("#push").click();
    assertThat(page.locator("#push-state")).containsText(words);
    assertThat(page.locator("#push")).not().isChecked();
  }
}
