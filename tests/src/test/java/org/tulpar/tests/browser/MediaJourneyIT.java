package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Simulator;

/** Files, answers and signs in the inbox, in and out, through every gateway. */
class MediaJourneyIT extends Journey {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private final String number =
      "7706" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
  private Page page;

  @Test
  void aPictureComesInAndOneGoesOut() {
    var company = demo().first();
    var line = company.channel().instance();
    arrives(line, "снимок");
    enter(company, Look.DESK);
    loaded(page.locator("#flow .msg:not(.out) .shot img"));
    page.setInputFiles("#files", new FilePayload[] {picture("a.png"), picture("b.png")});
    shown(page.locator(".file-chip:not(.wait)").nth(1));
    page.locator(".file-chip").first().locator("button").click();
    assertThat(page.locator(".file-chip")).hasCount(1);
    page.fill("#reply", "вот наш");
    looksAt(page, "media-composer");
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("image вот наш"));
    loaded(page.locator("#flow .msg.out .shot img"));
    assertThat(page.locator(".file-chip")).hasCount(0);
  }

  @Test
  void aMessageIsAnsweredAndSignsArePutEditedAndDeleted() {
    var company = demo().first();
    var line = company.channel().instance();
    Simulator.customerWrites(line, number, "позовите менеджера");
    enter(company, Look.DESK);
    var theirs = page.locator("#flow .msg:not(.out)").first();
    theirs.hover();
    theirs.locator("[data-act=signs]").click();
    theirs.locator("[data-act=react]").first().click();
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("reaction 👍"));
    shown(theirs.locator(".sign.ours"));
    var target = Gateway.lastRequest(line, "reaction 👍").at("/key/id").asText();
    theirs.hover();
    theirs.locator("[data-act=answer]").click();
    shown(page.locator("#tray .quote"));
    page.fill("#reply", "слушаю вас");
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("text слушаю вас"));
    assertThat(Gateway.lastRequest(line, "text слушаю вас").at("/quoted/key/id").asText())
        .isEqualTo(target)
        .isNotEmpty();
    shown(page.locator("#flow .msg.out .quote"));
    Simulator.customerChanges(line, number, "edit", target, "позовите директора");
    shown(page.locator("#flow .msg:not(.out)", saying("позовите директора")));
    Simulator.customerChanges(line, number, "delete", target, "");
    shown(page.locator("#flow .msg.gone"));
  }

  @Test
  void whatIsNotSentIsRefusedWithASentence() {
    allows("415"); // the browser itself writes the refusal down
    var company = demo().first();
    Simulator.customerWrites(company.channel().instance(), number, "hello");
    enter(company, Look.DESK);
    page.setInputFiles(
        "#files", new FilePayload("a.png", "image/png", new byte[] {'M', 'Z', 0, 1, 2}));
    shown(page.locator(".toast", saying("Такие файлы не отправляются")));
    assertThat(page.locator(".file-chip")).hasCount(0);
    page.setInputFiles(
        "#files", new FilePayload("big.png", "image/png", new byte[17 * 1024 * 1024]));
    shown(page.locator(".toast", saying("Файл слишком большой: до 16 МБ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TELEGRAM", "WHATSAPP_CLOUD", "CHAT2DESK"})
  void everyGatewayCarriesFilesBothWays(String type) {
    var company = demo().organizations().get(1);
    var line = company.channel(type).instance();
    arrives(line, "look");
    enter(company, Look.DESK.dark().speaking("en-US"));
    loaded(page.locator("#flow .msg:not(.out) .shot img"));
    page.setInputFiles("#files", picture("ответ.png"));
    shown(page.locator(".file-chip:not(.wait)"));
    page.fill("#reply", "here you are");
    page.click("#send");
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains("image here you are"));
    loaded(page.locator("#flow .msg.out .shot img"));
    var acts = page.locator("#flow .msg .acts");
    if (type.equals("CHAT2DESK")) {
      assertThat(acts).hasCount(0);
    } else {
      shown(acts.first());
    }
  }

  private void arrives(String line, String caption) {
    Simulator.customerSends(line, number, "image/png", "a.png", caption, PIXEL);
  }

  private void enter(Demo.Company company, Look look) {
    page = signedIn(company.user("ORG_ADMIN"), "/inbox?tab=ALL", look);
    opens(page, number);
  }

  private static FilePayload picture(String name) {
    return new FilePayload(name, "image/png", Base64.getDecoder().decode(PIXEL));
  }

  private static void loaded(Locator picture) {
    shown(picture.first());
    await()
        .atMost(SOON)
        .until(() -> (Boolean) picture.first().evaluate("i => i.complete && i.naturalWidth > 0"));
  }
}
