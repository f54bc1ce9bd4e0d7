package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tulpar.tests.browser.Inbox.opens;
import static org.tulpar.tests.browser.Inbox.said;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Demo;
import org.tulpar.tests.server.Gateway;
import org.tulpar.tests.server.Simulator;

/** A person corrects what she has sent, and sends what is neither words nor a file. */
class CorrectionJourneyIT extends Journey {

  private final String number =
      "7707" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_000_000));
  private final Demo.Company company = demo().first();
  private final String line = company.channel().instance();
  private Page page;

  @Test
  void herTextIsEditedAndTakenBackForTheClientToo() {
    enter(Look.DESK);
    offers(sends("Ждём вас в 15"));
    shown(page.locator("#own"));
    looksAt(page, "own-menu");
    page.locator("#own [data-act=edit]").click();
    shown(page.locator("#edit-own"));
    assertThat(page.locator("#edit-own-text")).hasValue("Ждём вас в 15");
    page.fill("#edit-own-text", "Ждём вас в 16");
    looksAt(page, "edit-own");
    page.locator("#edit-own [type=submit]").click();
    reaches("edit Ждём вас в 16");
    var edited = said(page, "Ждём вас в 16");
    shown(edited);
    assertThat(page.locator("#edit-own")).isHidden();
    assertThat(edited.locator(".foot")).containsText("изменено");
    assertThat(page.locator("#flow .msg.out.human")).hasCount(1);
    takesBack(edited);
    reaches("delete ");
    shown(page.locator("#flow .msg.out.gone"));
    assertThat(page.locator("#flow .msg.out.human")).hasCount(1);
    assertThat(page.locator("#flow .msg.out.gone [data-menu=own]")).hasCount(0);
  }

  /** The server forgets the page, then the person: she goes on where she was. */
  @Test
  void whatIsBeingEditedOutlivesAForgottenPageAndASignIn() {
    enter(Look.DESK);
    offers(sends("Ждём вас в 9"));
    edits("Ждём вас в 10");
    readAnew(page, () -> page.evaluate("tulparExpired()"));
    isBeingEdited("Ждём вас в 10");
    page.fill("#edit-own-text", "Ждём вас в 11");
    allows("401");
    page.context().clearCookies();
    page.locator("#edit-own [type=submit]").click();
    page.waitForURL(Pattern.compile(".*/login.*"));
    enters(page, company.user("ORG_ADMIN"));
    isBeingEdited("Ждём вас в 11");
    page.locator("#edit-own [type=submit]").click();
    reaches("edit Ждём вас в 11");
    shown(said(page, "Ждём вас в 11"));
    page.reload();
    shown(said(page, "Ждём вас в 11"));
    assertThat(page.locator("#edit-own")).isHidden();
  }

  /** Back leads away from what is being edited, and Forward to it again; only she gives it up. */
  @Test
  void whatIsBeingEditedOutlivesTheWayBack() {
    enter(Look.DESK);
    offers(sends("Ждём вас в 12"));
    edits("Ждём вас в 13");
    page.goBack();
    assertThat(page.locator("#edit-own")).isHidden();
    page.goForward();
    isBeingEdited("Ждём вас в 13");
    page.goBack();
    assertThat(page.locator("#edit-own")).isHidden();
    opens(page, number);
    isBeingEdited("Ждём вас в 13");
    page.keyboard().press("Escape");
    assertThat(page.locator("#edit-own")).isHidden();
    comesBackUnedited();
    offers(said(page, "Ждём вас в 12"));
    edits("Ждём вас в 14");
    page.locator("#edit-own footer [data-act=leave]").click();
    assertThat(page.locator("#edit-own")).isHidden();
    comesBackUnedited();
  }

  /** Her words, once they have reached the client. */
  private Locator sends(String text) {
    page.fill("#reply", text);
    page.click("#send");
    reaches("text " + text);
    var sent = said(page, text);
    shown(sent.locator(".tick[aria-label=Доставлено], .tick[aria-label=Прочитано]"));
    return sent;
  }

  private void edits(String text) {
    page.locator("#own [data-act=edit]").click();
    page.fill("#edit-own-text", text);
  }

  private void comesBackUnedited() {
    page.reload();
    page.waitForLoadState();
    shown(said(page, "Ждём вас в 12"));
    assertThat(page.locator("#edit-own")).isHidden();
  }

  private void isBeingEdited(String text) {
    shown(page.locator("#edit-own"));
    assertThat(page.locator("#edit-own-text")).hasValue(text);
    assertThat(page.locator("#flow .msg.out.human")).hasCount(1);
  }

  @Test
  void sheTellsWhereItIsAndWhomToCall() {
    enter(Look.DESK);
    page.locator("[data-menu=add]").focus();
    page.keyboard().press("Enter");
    shown(page.locator("#add"));
    looksAt(page, "more-menu");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    var place = page.locator("#share-place");
    shown(place);
    page.fill("#share-place-at", "https://maps.app.goo.gl/abc");
    page.keyboard().press("Enter");
    shown(place.locator("[data-error]"));
    looksAt(page, "share-place");
    page.fill(
        "#share-place-at",
        "https://www.google.com/maps/place/Osh/@42.87,74.56,17z/data=!3d42.8746!4d74.5698");
    page.fill("#share-place-name", "Офис на Киевской");
    place.locator("[type=submit]").click();
    reaches("location Офис на Киевской");
    assertThat(place).isHidden();
    shown(page.locator("#flow .msg.out .doc.place"));
    assertThat(said(page, "Офис на Киевской")).hasCount(1);
    contact();
  }

  private void contact() {
    page.locator("[data-menu=add]").click();
    page.locator("#add [data-act=person]").click();
    var person = page.locator("#share-person");
    shown(person);
    page.locator("#share-person-q").pressSequentially(number);
    var found = page.locator("#share-person-found option").first();
    assertThat(found).containsText("+" + number);
    page.locator("#share-person-found").selectOption("+" + number);
    assertThat(page.locator("#share-person-phone")).hasValue("+" + number);
    looksAt(page, "share-person");
    page.fill("#share-person-name", "Эрмек, гид");
    page.fill("#share-person-phone", "+996 555 12-34-56");
    person.locator("[type=submit]").click();
    reaches("contact Эрмек, гид, +996555123456");
    assertThat(person).isHidden();
    shown(page.locator("#flow .msg.out .doc.person"));
    assertThat(page.locator("#flow .msg.out .doc.person")).containsText("+996555123456");
  }

  @Test
  void onAPhoneInTheDarkTheSameFits() {
    enter(Look.PHONE.dark().speaking("en-US"));
    page.locator("[data-menu=add]").click();
    shown(page.locator("#add"));
    looksAt(page, "more-menu-phone");
    page.locator("#add [data-act=person]").click();
    shown(page.locator("#share-person"));
    looksAt(page, "share-person-phone");
    page.keyboard().press("Escape");
    assertThat(page.locator("#share-person")).isHidden();
    assertThat(page.locator("[data-menu=add]")).isFocused();
  }

  private void enter(Look look) {
    Simulator.customerWrites(line, number, "позовите менеджера");
    page = signedIn(company.user("ORG_ADMIN"), "/inbox?tab=ALL", look);
    opens(page, number);
  }

  private void reaches(String send) {
    await().atMost(SOON).until(() -> Gateway.kindsTo(line, number).contains(send));
  }

  private static void offers(Locator message) {
    message.hover();
    message.locator("[data-menu=own]").click();
  }

  private void takesBack(Locator message) {
    message.hover();
    message.locator("[data-menu=own]").focus();
    page.keyboard().press("Enter");
    shown(page.locator("#own"));
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator("#ask-yes")).hasText("Да, удалить у всех");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
  }
}
