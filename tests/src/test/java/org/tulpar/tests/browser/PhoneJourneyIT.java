package org.tulpar.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Newcomers;

/** What fits into a hand. */
class PhoneJourneyIT extends Journey {

  @Test
  void aPhoneReachesTheOverviewInOneTouch() {
    var aigul = signedIn("ORG_ADMIN", "/orders", Look.PHONE);
    looksAt(aigul, "orders-390-ru-light");
    var export = aigul.locator(".page-head .brief").last().boundingBox();
    var make = aigul.locator(".page-head .btn.primary").boundingBox();
    assertThat(make.y).isEqualTo(export.y);
    aigul.locator(".tabbar a[href$='/dashboard']").click();
    shown(aigul.locator(".tabbar a[href$='/dashboard'][aria-current=page]"));
  }

  @Test
  void noSectionsNameIsCutInEitherLanguage() {
    for (var look : List.of(Look.PHONE, Look.PHONE.speaking("en-US").dark())) {
      var page = signedIn("ORG_ADMIN", "/deals", look);
      shown(page.locator(".tabbar span").first());
      assertThat(
              page.locator(".tabbar span")
                  .evaluateAll(
                      "all => all.filter(one => one.scrollWidth > one.clientWidth).length"))
          .isEqualTo(0);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      page.click(".board-bar [data-act=new]");
      shown(page.locator("#create-q"));
      looksAt(page, look.picture("board-new"));
    }
  }

  @Test
  void aPriceIsEndedInTheHand() {
    var page = admin(new Newcomers(), "/products/new", Look.PHONE.dark());
    page.fill("[id='card:name']", "Ала-Арча, 1 день");
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.fill("#amount", "3 500");
    page.fill("#from", "2031-07-01");
    page.click("[value='price-add.0']");
    var price = page.locator("table.prices tbody tr");
    shown(price);
    price.locator("input.day").fill("2031-08-31");
    looksAt(page, "price-390-ru-dark");
    nothingIsReachedSideways(page);
    readAnew(page, () -> price.locator("button[value^='price-end.']").click());
    assertThat(price.locator("td.whole").innerText()).contains("31 авг");
  }

  @Test
  void aFunnelIsSetUpInTheHand() {
    var page = admin(new Newcomers(), "/pipelines", Look.PHONE.speaking("en-US"));
    page.fill("[id='pipelines:pipeline']", "Tours");
    page.click("[id='pipelines:addPipeline']");
    shown(page.locator(".banner.success"));
    page.fill("[id='pipelines:stage']", "Asked");
    page.click("[id='pipelines:addStage']");
    var days = page.locator("input[id$=':rotten']").first();
    shown(days);
    nothingIsReachedSideways(page);
    days.fill("9");
    readAnew(page, () -> page.locator("[id$=':save']").click());
    looksAt(page, "pipelines-390-en-light");
    page.navigate(url("/pipelines"));
    shown(days);
    assertThat(days.inputValue()).isEqualTo("9");
  }

  @Test
  void theAuditIsReadInTheHand() {
    var page = admin(new Newcomers(), "/products/new", Look.PHONE.speaking("en-US").dark());
    page.fill("[id='card:name']", "Ala-Archa-and-the-glacier-of-Ak-Sai-".repeat(4));
    page.click("[id='card:add']");
    shown(page.locator(".banner.success"));
    page.navigate(url("/settings/audit"));
    shown(page.locator("table.audit tbody tr").first());
    looksAt(page, "audit-390-en-dark");
    nothingIsReachedSideways(page);
  }

  private static void nothingIsReachedSideways(Page page) {
    assertThat(
            page.evaluate(
                "[...document.querySelectorAll('.table-wrap')]"
                    + ".every(one => one.scrollWidth <= one.clientWidth)"))
        .isEqualTo(true);
  }
}
