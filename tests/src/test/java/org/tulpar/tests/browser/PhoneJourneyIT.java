package org.tulpar.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
}
