package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What a deal is about stands in the catalogue: chosen there, shown on the card. */
class SoldToursJourneyIT extends Journey {

  private static final String TOUR = "Ала-Арча, 1 день";

  private final Newcomers newcomers = new Newcomers();

  @Test
  void aDealIsAboutATourOfTheCatalogueAndItsCardSaysSo() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    newcomers.cards().tag("VIP", "дети", "лето", "повторно");
    newcomers.trade().offer(TOUR);
    newcomers.trade().offer("Сон-Куль, 3 дня");
    var page = admin(newcomers, "/deals", Look.DESK);
    var card = page.locator("#board .deal", saying("Семья на июль"));
    assertThat(card.locator(".tags")).hasText(Pattern.compile("VIP\\s*дети\\s*\\+2"));
    card.click();
    shown(page.locator("#edit-product"));
    page.fill("#edit-product", "арча");
    counts(page.locator("#edit-products option"), 1);
    page.locator("#edit button[type=submit]").click();
    counts(page.locator("#edit-product:invalid"), 1);
    page.fill("#edit-product", TOUR);
    page.locator("#edit button[type=submit]").click();
    shown(card.locator(".badge", new Locator.LocatorOptions().setHasText(TOUR)));
    looksAt(page, "board-product-1440-ru-light");
    page.locator("#sheet a[href*='/inbox/']").click();
    shown(page.locator("#deal-side .deal-product", saying(TOUR)));
  }

  @Test
  void aNewDealIsAboutATourFromTheBeginning() {
    newcomers.talkWithTheBot("Markus");
    newcomers.trade().sell("Семья на июль", "Группа из Алматы");
    newcomers.trade().offer(TOUR);
    newcomers.trade().offer("Сон-Куль, 3 дня");
    var page = admin(newcomers, "/deals", Look.DESK.speaking("en-US"));
    page.waitForLoadState();
    page.locator(".col").first().locator("[data-act=new]").click();
    page.fill("#create-q", "Mark");
    shown(page.locator("#create-client option", saying("Markus")));
    page.fill("#create-name", "On Sunday");
    page.fill("#create-product", "арча");
    counts(page.locator("#create-products option"), 1);
    page.locator("#create button[type=submit]").click();
    counts(page.locator("#create-product:invalid"), 1);
    page.fill("#create-product", TOUR);
    looksAt(page, "board-create-1440-en-light");
    page.locator("#create button[type=submit]").click();
    var card = page.locator("#board .deal", saying("On Sunday"));
    shown(card.locator(".badge", new Locator.LocatorOptions().setHasText(TOUR)));
    page.locator(".col").first().locator("[data-act=new]").click();
    assertThat(page.locator("#create-product")).hasValue("");
    assertThat(page.locator("#create [name=product]")).hasValue("");
  }
}
