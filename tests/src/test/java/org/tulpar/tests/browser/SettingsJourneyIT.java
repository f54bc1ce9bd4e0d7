package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/**
 * An administrator sets her organization up: what is saved is there again, what is wrong is told.
 */
class SettingsJourneyIT extends Journey {

  private final Newcomers newcomers = new Newcomers();

  @Test
  void theOrganizationAndOneself() {
    var page = admin("/settings/organization");
    page.fill("[id='organization:name']", " ");
    page.click("[id='organization:save']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='organization:name']", "Шёлковый путь");
    page.selectOption("[id='organization:zone']", "Asia/Bishkek");
    page.selectOption("[id='organization:currency']", "USD");
    page.click("[id='organization:save']");
    shown(page.locator(".banner.success"));
    page.reload();
    assertThat(page.locator("[id='organization:name']")).hasValue("Шёлковый путь");
    assertThat(page.locator("[id='organization:zone']")).hasValue("Asia/Bishkek");
    assertThat(page.locator("[id='organization:currency']")).hasValue("USD");
    page.navigate(url("/settings/profile"));
    page.fill("[id='profile:name']", "");
    page.click("[id='profile:save']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='profile:name']", "Нурзат Осмонова");
    page.selectOption("[id='profile:zone']", "Asia/Almaty");
    page.selectOption("[id='profile:theme']", "DARK");
    page.click("[id='profile:save']");
    shown(page.locator(".banner.success"));
    page.reload();
    assertThat(page.locator("[id='profile:name']")).hasValue("Нурзат Осмонова");
    assertThat(page.locator("[id='profile:zone']")).hasValue("Asia/Almaty");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.selectOption("[id='profile:language']", "en");
    page.click("[id='profile:save']");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void thePeople() {
    var page = admin("/settings/people");
    page.fill("[id='invitation:name']", "Бакыт");
    page.click("[id='invitation:invite']");
    shown(page.locator(".banner.danger"));
    var login = "bakyt-" + System.nanoTime();
    page.fill("[id='invitation:name']", "Бакыт");
    page.fill("[id='invitation:login']", login);
    page.click("[id='invitation:invite']");
    assertThat(page.locator("#admitted-login")).hasText(login);
    assertThat(page.locator("#admitted-password")).not().isEmpty();
    page.navigate(url("/settings/people"));
    assertThat(page.locator("#admitted-password")).hasCount(0);
    page.locator("tbody a", saying("Бакыт")).click();
    page.selectOption("[id='person:role']", "ORG_ADMIN");
    page.click("[id='person:save']");
    shown(page.locator(".banner.success"));
    page.reload();
    assertThat(page.locator("[id='person:role']")).hasValue("ORG_ADMIN");
    page.click("[id='entry:off']");
    shown(page.locator("[id='entry:on']"));
    page.reload();
    shown(page.locator("[id='entry:on']"));
    page.navigate(url("/settings/audit?what=PEOPLE"));
    assertThat(page.locator("table.audit tbody tr").first()).containsText("Доступ закрыт");
    assertThat(page.locator("table.audit tbody tr")).hasCount(3);
    assertThat(page.locator("table.audit tbody tr").nth(1)).containsText("Администратор");
    looksAt(page, "audit-1440-ru-light");
    page.selectOption("[name=what]", "CHANNELS");
    page.click("#filters button");
    shown(page.locator(".empty"));
  }

  @Test
  void tagsAndFields() {
    newcomers.tagged("Динара", "оптом");
    var page = admin("/settings/tags");
    page.locator("tbody a", saying("оптом")).first().click();
    page.fill("[id='tag:name']", " ");
    page.click("[id='tag:rename']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='tag:name']", "оптовик");
    page.click("[id='tag:rename']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/settings/tags"));
    page.locator("tbody a", saying("оптовик")).first().click();
    assertThat(page.locator("[id='tag:name']")).hasValue("оптовик");
    page.click("[id='tag:remove']");
    page.click("[id='removal:restore']");
    page.navigate(url("/settings/tags"));
    shown(page.locator("tbody a", saying("оптовик")).first());
    page.navigate(url("/client-fields"));
    page.click("[id='field:add']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='field:name']", "Рост");
    page.selectOption("[id='field:type']", "NUMBER");
    page.click("[id='field:add']");
    shown(page.locator("tbody tr", saying("Рост")));
    page.navigate(url("/clients/77"));
    var height = page.getByLabel("Рост");
    height.fill("высокий");
    page.click("[id='card:save']");
    shown(page.locator(".banner.danger"));
    height.fill("182");
    page.click("[id='card:save']");
    shown(page.locator(".banner.success"));
    page.reload();
    assertThat(page.getByLabel("Рост")).hasValue("182");
  }

  @Test
  void theLanguages() {
    var page = admin("/settings/glossary");
    page.click("[id='term:add']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='term:form_ru']", "Сон-Куль");
    page.fill("[id='term:form_en']", "Song-Kul");
    page.click("[id='term:add']");
    page.navigate(url("/settings/glossary"));
    assertThat(page.locator("td.forms").first()).containsText("Song-Kul");
    page.navigate(url("/settings/translation"));
    page.fill("[id='engines:budget']", "-5");
    page.click("[id='engines:save']");
    shown(page.locator("[id='engines:budget'] ~ .err"));
    page.fill("[id='engines:budget']", "12345");
    page.selectOption("[id='engines:engine']", "DEEPL");
    page.fill("[id='engines:key']", "");
    page.click("[id='engines:save']");
    shown(page.locator(".banner.danger"));
    page.fill("[id='engines:key']", "key:fx");
    page.click("[id='engines:save']");
    shown(page.locator(".banner.success"));
    page.reload();
    assertThat(page.locator("[id='engines:budget']")).hasValue(Pattern.compile("12\\s?345"));
    assertThat(page.locator("[id='engines:engine']")).hasValue("DEEPL");
    assertThat(page.locator("[id='engines:key']")).hasValue("");
  }

  @Test
  void thePrograms() {
    var page = admin("/settings/programs");
    page.click("[id='program:make']");
    shown(page.locator("[id='program:name'] ~ .err"));
    page.fill("[id='program:name']", "Касса");
    page.click("[id='program:make']");
    assertThat(page.locator("#made")).hasText(Pattern.compile(".{40,}"));
    page.navigate(url("/settings/programs"));
    assertThat(page.locator("#made")).hasCount(0);
    shown(page.locator("tbody tr", saying("Касса")));
    page.onceDialog(dialog -> dialog.accept());
    page.locator("tbody tr", saying("Касса")).locator("button").click();
    counts(page.locator("tbody tr", saying("Касса")), 0);
  }

  private Page admin(String path) {
    var like = demo().first().user("ORG_ADMIN");
    return signedIn(newcomers.person("ORG_ADMIN", "Нурзат", like), path, Look.DESK);
  }
}
