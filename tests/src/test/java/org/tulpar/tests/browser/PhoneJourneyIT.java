package org.tulpar.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
