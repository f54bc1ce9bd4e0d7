package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
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
    var page = admin(newcomers, "/settings/organization");
    var organization = new Form(page, "organization");
    organization.fills("name", " ").isRefused("save");
    organization
        .fills("name", "Шёлковый путь")
        .chooses("zone", "Asia/Bishkek")
        .chooses("currency", "USD")
        .isTaken("save");
    page.reload();
    organization.has("name", "Шёлковый путь").has("zone", "Asia/Bishkek").has("currency", "USD");
    page.navigate(url("/settings/profile"));
    var profile = new Form(page, "profile");
    profile.fills("name", "").isRefused("save");
    profile
        .fills("name", "Нурзат Осмонова")
        .chooses("zone", "Asia/Almaty")
        .chooses("theme", "DARK")
        .isTaken("save");
    page.reload();
    profile.has("name", "Нурзат Осмонова").has("zone", "Asia/Almaty");
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    profile.chooses("language", "en").presses("save");
    assertThat(page.locator("html")).hasAttribute("lang", "en");
  }

  @Test
  void thePeople() {
    var page = admin(newcomers, "/settings/people");
    var invitation = new Form(page, "invitation");
    invitation.fills("name", "Бакыт").isRefused("invite");
    var login = "bakyt-" + System.nanoTime();
    invitation.fills("name", "Бакыт").fills("login", login).presses("invite");
    assertThat(page.locator("#admitted-login")).hasText(login);
    assertThat(page.locator("#admitted-password")).not().isEmpty();
    page.navigate(url("/settings/people"));
    assertThat(page.locator("#admitted-password")).hasCount(0);
    page.locator("tbody a", saying("Бакыт")).click();
    var person = new Form(page, "person");
    person.chooses("role", "ORG_ADMIN").isTaken("save");
    page.reload();
    person.has("role", "ORG_ADMIN");
    switchesOffAndBack(page);
    page.navigate(url("/settings/audit?what=PEOPLE"));
    assertThat(page.locator("table.audit tbody tr")).hasCount(5);
    assertThat(page.locator("table.audit tbody tr").first()).containsText("Доступ закрыт");
    assertThat(page.locator("table.audit tbody tr").nth(1)).containsText("Доступ открыт");
    assertThat(page.locator("table.audit tbody tr").nth(3)).containsText("Администратор");
    looksAt(page, "audit-1440-ru-light");
    page.selectOption("[name=what]", "CHANNELS");
    page.click("#filters button");
    shown(page.locator(".empty"));
  }

  /** At one click, and back at another; the second time for good. */
  private void switchesOffAndBack(Page page) {
    page.click("[id='entry:off']");
    shown(page.locator("#removal .banner.success", saying("Доступ закрыт")));
    shown(page.locator("[id='entry:on']"));
    looksAt(page, "person-switched-off-1440-ru-light");
    page.click("[id='removal:restore']");
    shown(page.locator(".banner.success", saying("Возвращено")));
    counts(page.locator("#removal"), 0);
    page.click("[id='entry:off']");
    shown(page.locator("[id='entry:on']"));
    page.reload();
    shown(page.locator("[id='entry:on']"));
    counts(page.locator("#removal"), 0);
  }

  /** Her dialogues are hers again; a key of hers would stay dead, so that is asked about. */
  @Test
  void whoIsSwitchedOffByMistakeComesBackWithHerDialogues() {
    var like = demo().first().user("ORG_ADMIN");
    var manager = newcomers.person("MANAGER", "Бакыт", like);
    newcomers.channel("EVOLUTION");
    newcomers.conversation(1, "Бермет", Newcomers.Word.MANAGER, 0, 1);
    newcomers.program("Касса", manager);
    var page = admin(newcomers, "/settings/people");
    page.locator("tbody a", saying("Бакыт")).click();
    var off = page.locator("[id='entry:off']");
    assertThat(off).hasAttribute("data-ask", Pattern.compile("Ключи программ"));
    Asked.letsBe(off);
    Asked.means(off);
    shown(page.locator("#removal"));
    assertThat(newcomers.handler(1)).isEqualTo("WAITING_HUMAN");
    page.click("[id='removal:restore']");
    shown(page.locator("[id='entry:handback']"));
    assertThat(newcomers.handler(1)).isEqualTo("HUMAN");
    page.click("[id='entry:off']"); // of no program any more
    shown(page.locator("[id='entry:on']"));
  }

  @Test
  void everyPageOfTheSettingsLeadsBackByAnArrow() {
    var page = admin(newcomers, "/settings");
    var pages = page.locator("a.tile").evaluateAll("all => all.map(one => one.href)");
    assertThat(((List<?>) pages)).hasSizeGreaterThan(15);
    for (var one : (List<?>) pages) {
      page.navigate((String) one);
      assertThat(page.locator(".page-head > a.btn.icon").first())
          .hasAttribute("href", Pattern.compile("/settings(/\\w+)?$"));
    }
    page.navigate(url("/settings/channels"));
    looksAt(page, "channels-1440-ru-light");
  }

  @Test
  void theTeamsAndHowTheyAnswer() {
    newcomers.person("MANAGER", "Бакыт", demo().first().user("MANAGER"));
    newcomers.channel("EVOLUTION");
    var page = admin(newcomers, "/teams");
    var team = new Form(page, "team");
    team.fills("name", " ").isRefused("save");
    team.fills("name", "Горы").field("members").getByLabel("Бакыт").check();
    team.isTaken("save");
    assertThat(page.locator("form#all tbody tr", saying("Горы"))).containsText("Бакыт");
    team.fills("name", "горы").isRefused("save");
    page.locator("form#all a", saying("Горы")).click();
    team.has("name", "Горы");
    assertThat(team.field("members").getByLabel("Бакыт")).isChecked();
    assertThat(team.field("members").getByLabel("Нурзат")).not().isChecked();
    looksAt(page, "team-1440-ru-light");
    team.fills("name", "Озёра").field("members").getByLabel("Нурзат").check();
    team.field("members").getByLabel("Бакыт").uncheck();
    team.isTaken("save");
    assertThat(page.locator("form#all tbody tr")).hasCount(1);
    assertThat(page.locator("form#all tbody tr", saying("Озёра"))).containsText("Нурзат");
    assertThat(page.locator("form#all tbody tr")).not().containsText("Бакыт");
    promises(page);
    removesTheTeam(page);
  }

  /** To everybody, and on one channel sooner, in turn, by one team. */
  private static void promises(Page page) {
    page.navigate(url("/answering"));
    var answering = new Form(page, "answering");
    answering.fills("first", "скоро").isRefused("save");
    answering.fills("first", "15").fills("next", "40");
    ofTheChannel(page, "first").fill("5");
    ofTheChannel(page, "inturn").check();
    ofTheChannel(page, "team").selectOption(new SelectOption().setLabel("Озёра"));
    answering.isTaken("save");
    page.navigate(url("/answering"));
    answering.has("first", "15").has("next", "40");
    assertThat(ofTheChannel(page, "first")).hasValue("5");
    assertThat(ofTheChannel(page, "next")).hasValue("");
    assertThat(ofTheChannel(page, "inturn")).isChecked();
    assertThat(ofTheChannel(page, "team").locator("option:checked")).hasText("Озёра");
  }

  private static Locator ofTheChannel(Page page, String field) {
    return page.locator("[aria-labelledby=channels] tbody [id$=':" + field + "']");
  }

  /** What was its alone is everybody's again, until it is brought back. */
  private void removesTheTeam(Page page) {
    page.navigate(url("/teams"));
    var row = page.locator("form#all tbody tr", saying("Озёра"));
    row.locator("input[type=submit]").click();
    shown(page.locator("#removal .banner.success"));
    shown(page.locator(".empty"));
    looksAt(page, "team-removed-1440-ru-light");
    page.click("[id='removal:restore']");
    assertThat(row).containsText("Нурзат");
    page.navigate(url("/answering"));
    assertThat(ofTheChannel(page, "team").locator("option:checked")).hasText("Озёра");
    page.navigate(url("/teams"));
    row.locator("input[type=submit]").click();
    shown(page.locator(".empty"));
    page.navigate(url("/answering"));
    assertThat(ofTheChannel(page, "inturn")).isChecked();
    assertThat(ofTheChannel(page, "team")).hasValue("");
  }

  @Test
  void tagsAndFields() {
    newcomers.cards().tagged("Динара", "оптом");
    var page = admin(newcomers, "/settings/tags");
    page.locator("tbody a", saying("оптом")).first().click();
    var tag = new Form(page, "tag");
    tag.fills("name", " ").isRefused("rename");
    tag.fills("name", "оптовик").isTaken("rename");
    page.navigate(url("/settings/tags"));
    page.locator("tbody a", saying("оптовик")).first().click();
    tag.has("name", "оптовик").presses("remove");
    page.click("[id='removal:restore']");
    page.navigate(url("/settings/tags"));
    shown(page.locator("tbody a", saying("оптовик")).first());
    page.navigate(url("/client-fields"));
    new Form(page, "field")
        .isRefused("add")
        .fills("name", "Рост")
        .chooses("type", "NUMBER")
        .presses("add");
    shown(page.locator("tbody tr", saying("Рост")));
    page.navigate(url("/clients/77"));
    var height = page.getByLabel("Рост");
    var card = new Form(page, "card");
    height.fill("высокий");
    card.isRefused("save");
    height.fill("182");
    card.isTaken("save");
    page.reload();
    assertThat(page.getByLabel("Рост")).hasValue("182");
  }

  @Test
  void aFieldAndItsChoicesAreChanged() {
    newcomers.cards().tagged("Динара", "оптом");
    var page = admin(newcomers, "/client-fields");
    var field = new Form(page, "field");
    field.fills("name", "Размер").chooses("type", "CHOICE").fills("choices", "S\nM").isTaken("add");
    page.navigate(url("/clients/77"));
    page.getByLabel("Размер").selectOption("M");
    new Form(page, "card").isTaken("save");
    page.navigate(url("/client-fields"));
    readAnew(page, () -> page.locator("tbody a", saying("Размер")).click());
    looksAt(page, "field-1440-ru-light");
    var choices = page.locator("form#field fieldset input[id$=':choice']");
    choices.nth(1).fill("Средний");
    field.fills("name", "Рост").fills("fresh", "L").isTaken("save");
    assertThat(choices).hasCount(3);
    readAnew(page, () -> page.click("[aria-label$=': Средний']"));
    shown(page.locator(".banner.danger", saying("Клиентов с этим вариантом: 1")));
    readAnew(page, () -> page.click("[aria-label$=': S']"));
    assertThat(choices).hasCount(2);
    readAnew(page, () -> page.click("[id='removal:restore']"));
    assertThat(choices.first()).hasValue("S");
    page.navigate(url("/clients/77"));
    assertThat(page.getByLabel("Рост").locator("option:checked")).hasText("Средний");
  }

  @Test
  void theLanguages() {
    var page = admin(newcomers, "/settings/glossary");
    new Form(page, "term")
        .isRefused("add")
        .fills("form_ru", "Сон-Куль")
        .fills("form_en", "Song-Kul")
        .presses("add");
    page.navigate(url("/settings/glossary"));
    assertThat(page.locator("td.forms").first()).containsText("Song-Kul");
    page.navigate(url("/settings/translation"));
    var engines = new Form(page, "engines");
    engines.fills("budget", "-5").isRefused("save", "budget");
    engines.fills("budget", "12345").chooses("engine", "DEEPL").fills("key", "").isRefused("save");
    engines.fills("key", "key:fx").isTaken("save");
    page.reload();
    assertThat(engines.field("budget")).hasValue(Pattern.compile("12\\s?345"));
    engines.has("engine", "DEEPL").has("key", "");
  }

  @Test
  void thePrograms() {
    var page = admin(newcomers, "/settings/programs");
    new Form(page, "program").isRefused("make", "name").fills("name", "Касса").presses("make");
    assertThat(page.locator("#made")).hasText(Pattern.compile(".{40,}"));
    page.navigate(url("/settings/programs"));
    assertThat(page.locator("#made")).hasCount(0);
    shown(page.locator("tbody tr", saying("Касса")));
    Asked.means(page.locator("tbody tr", saying("Касса")).locator("button"));
    counts(page.locator("tbody tr", saying("Касса")), 0);
  }
}
