package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Simulator;
import org.tulpar.tests.server.Watched;

/**
 * An administrator connects a number, changes its secret while customers write, disconnects it, and
 * takes it off the list.
 */
class ChannelJourneyIT extends Journey {

  private static final Duration A_MINUTE = Duration.ofSeconds(90);
  private static final Duration PAIRING = Duration.ofSeconds(5);
  private static final String SECONDS_LEFT =
      "Number(document.querySelector('[data-code-at]')?.textContent.match(/\\d+/)?.[0] ?? NaN)";
  private static final String NAME = "Отдел продаж";

  @Test
  void fromTheCodeToTheLogout() throws InterruptedException {
    var page = signedIn("ORG_ADMIN", "/settings/channels", Look.DESK);
    var instance = asksForACode(page);
    seesTheNextCode(page, instance);
    seesItScannedAndConnected(page, instance);
    Watched.messagesArrive(instance, "77060000101");
    reconnectsWhatWasLost(page, instance);
    Watched.messagesArrive(instance, "77060000103");
    changesTheSecret(page, instance);
    looksAtItOnAPhone(page);
    logsOut(page);
    leavesTheList(page);
  }

  private static void leavesTheList(Page page) {
    Asked.means(line(page).locator("[id$=remove]"));
    shown(page.locator(".banner.success"));
    counts(line(page), 0);
  }

  private String asksForACode(Page page) {
    page.fill("[id$=':name']", NAME);
    page.click("[id$=create]");
    var line = line(page);
    shown(line.locator(".qr-code img"));
    assertThat(line).hasAttribute("data-phase", "WAITING");
    assertThat(line.locator(".qr-code img"))
        .hasAttribute("src", Pattern.compile("data:image/png;base64,.{200,}", Pattern.DOTALL));
    looksAt(page, "channels-1440-ru-light");
    return line.locator("dd.mono").textContent().strip();
  }

  /**
   * How long it is good is counted down; then the next one stands there, without anybody's doing.
   */
  private static void seesTheNextCode(Page page, String instance) {
    var code = line(page).locator(".qr-code img").getAttribute("src");
    goodForLessThan(page, 36);
    Simulator.renewsTheCode(instance);
    page.waitForFunction("() => %s >= 36".formatted(SECONDS_LEFT));
    assertThat(line(page).locator(".qr-code img")).not().hasAttribute("src", code);
  }

  /** Waits until the page says that the code is good for less than so many seconds. */
  private static void goodForLessThan(Page page, int seconds) {
    page.waitForFunction("most => %s < most".formatted(SECONDS_LEFT), seconds);
  }

  private static void seesItScannedAndConnected(Page page, String instance) {
    page.evaluate("window.sameDocument = true");
    goodForLessThan(page, 36);
    Simulator.scans(instance, PAIRING);
    comesTo(page, "SCANNED");
    counts(line(page).locator(".qr-code img"), 0);
    comesTo(page, "OPEN");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  private static void reconnectsWhatWasLost(Page page, String instance) {
    Simulator.turns(instance, false);
    comesTo(page, "CLOSED");
    line(page).locator("[id$=':connect']").click();
    comesTo(page, "WAITING");
    shown(line(page).locator(".qr-code img"));
    Simulator.scans(instance);
    comesTo(page, "OPEN");
  }

  private static void comesTo(Page page, String phase) {
    assertThat(line(page))
        .hasAttribute(
            "data-phase",
            phase,
            new LocatorAssertions.HasAttributeOptions().setTimeout(SOON.toMillis()));
  }

  private static void changesTheSecret(Page page, String instance) throws InterruptedException {
    Set<Integer> statuses = new ConcurrentSkipListSet<>();
    var go = new AtomicBoolean(true);
    var writing =
        Thread.startVirtualThread(
            () -> {
              while (go.get()) {
                statuses.add(Simulator.customerWrites(instance, "77060000102", "и снова я"));
              }
            });
    line(page).locator("[id$=rotate]").click();
    shown(page.locator(".banner.success"));
    await().atMost(A_MINUTE).until(() -> Watched.hasTheNewSecret(instance));
    await().atMost(A_MINUTE).until(() -> !Watched.isRotating(instance));
    go.set(false);
    writing.join();
    assertThat(statuses).containsExactly(200);
  }

  private void looksAtItOnAPhone(Page page) {
    page.setViewportSize(390, 844);
    page.reload();
    shown(line(page));
    looksAt(page, "channels-390-ru-light");
    page.setViewportSize(1440, 900);
  }

  private static void logsOut(Page page) {
    Asked.means(line(page).locator("[id$=logout]"));
    comesTo(page, "CLOSED");
  }

  private static Locator line(Page page) {
    return page.locator(".line", new Page.LocatorOptions().setHasText(NAME));
  }
}
