package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Customer;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Newcomers;
import org.tulpar.tests.server.Planted;

/** What a client tells of herself stands on her card, each fact with the message that says it. */
class LeadJourneyIT extends Journey {

  private static final String NUMBER = "77060000094";
  private static final String LONG = "77060000095";
  private static final String TELLS =
      "Нас 2 взрослых и 3 детей, хотим на Иссык-Куль 12–18 июля. Питание халяльное";
  private static final Pattern MARKED = Pattern.compile("\\bsought\\b");

  private final Demo.Channel channel = demo().first().channel();

  @Test
  void factsComeWhileTheCardIsOpenAndLeadToTheirMessage() {
    Customer.writes(channel, NUMBER, TELLS);
    var page = signedIn("MANAGER", "/inbox?tab=ALL", Look.DESK);
    opens(page, NUMBER);
    counts(page.locator("#lead *"), 0);
    Planted.silentLongEnough(channel, NUMBER);
    shown(fact(page, "2 взрослых и 3 детей"));
    assertThat(page.locator("#lead .score")).containsText("60из 100 · тёплый");
    Customer.writes(channel, NUMBER, "Как оплатить?");
    shown(said(page, "Как оплатить?"));
    Planted.silentLongEnough(channel, NUMBER);
    shown(fact(page, "Как оплатить"));
    assertThat(page.locator("#lead .score")).containsText("85из 100 · горячий");
    assertThat(page.locator("#lead .reason").first()).hasText("+25спрашивает, как купить");
    looksAt(page, Look.DESK.picture("lead"));
    fact(page, "12–18 июля").locator("a").click();
    assertThat(said(page, TELLS)).hasClass(MARKED);
    isCalledWrongAndTakenBack(page);
    for (var dark : new Look[] {Look.DESK.dark(), Look.DESK.speaking("en-US")}) {
      var other = signedIn("MANAGER", "/inbox?tab=ALL", dark);
      opens(other, NUMBER);
      shown(fact(other, "12–18 июля"));
      looksAt(other, dark.picture("lead"));
    }
  }

  private void isCalledWrongAndTakenBack(Page page) {
    fact(page, "Халяльное").locator("[data-act=dismiss]").click();
    counts(fact(page, "Халяльное"), 0);
    assertThat(page.locator("#lead .score")).containsText("80");
    page.locator(".toast", saying("больше не покажем")).locator("button").click();
    shown(fact(page, "Халяльное"));
  }

  @Test
  void onAPhoneTheMessageIsFoundHoweverFarBackItLies() {
    Customer.writes(channel, LONG, TELLS);
    Planted.silentLongEnough(channel, LONG);
    var look = Look.PHONE.dark().speaking("en-US");
    var page = signedIn("MANAGER", "/inbox?tab=ALL", look);
    opens(page, LONG);
    page.locator("#top [data-act=card]").click();
    shown(fact(page, "12–18 июля"));
    looksAt(page, look.picture("lead"));
    page.locator("#card [data-act=card]").click();
    for (int i = 1; i <= 55; i++) {
      Customer.writes(channel, LONG, "Строка " + i + " рассказа");
    }
    shown(said(page, "Строка 55 рассказа"));
    page.navigate(page.url());
    counts(said(page, TELLS), 0);
    page.locator("#top [data-act=card]").click();
    fact(page, "12–18 июля").locator("a").click();
    assertThat(said(page, TELLS)).hasClass(MARKED);
    assertThat(said(page, TELLS)).isInViewport();
    assertThat(page.locator("#card")).isHidden();
  }

  @Test
  void anAdministratorSaysWhetherAndForWhatItIsRead() {
    for (var look : new Look[] {Look.DESK, Look.PHONE.dark().speaking("en-US")}) {
      var page = admin(new Newcomers(), "/settings/facts", look);
      assertThat(page.locator("[id='facts:wanted']")).not().isChecked();
      looksAt(page, look.picture("facts"));
      page.check("[id='facts:wanted']");
      page.fill("[id='facts:wishes']", "Возраст детей");
      new Form(page, "facts").isTaken("save");
      assertThat(page.locator("[id='facts:wanted']")).isChecked();
      assertThat(page.locator("[id='facts:wishes']")).hasValue("Возраст детей");
      page.uncheck("[id='facts:wanted']");
      new Form(page, "facts").isTaken("save");
      assertThat(page.locator("[id='facts:wanted']")).not().isChecked();
    }
  }

  private static Locator fact(Page page, String text) {
    return page.locator("#lead .fact", saying(text));
  }
}
