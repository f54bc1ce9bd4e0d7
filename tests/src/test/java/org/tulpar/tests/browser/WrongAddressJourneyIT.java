package org.tulpar.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in an old letter: the page of it says that it is not there, and leads back. */
class WrongAddressJourneyIT extends Journey {

  private static final List<String> NOBODY =
      List.of("/999999999", "/12345678901234567890", "/-1", "/abc");

  @Test
  void whatIsNotThereHasAClearPage() {
    allows("404");
    var page = signedIn("ORG_ADMIN", "/companies", Look.DESK.speaking("en-US"));
    Stream.of("/companies", "/clients", "/orders", "/partners", "/products")
        .flatMap(list -> NOBODY.stream().map(list::concat))
        .forEach(address -> isNotThere(page, address));
    isNotThere(page, "/styleguide");
    isNotThere(page, "/company-merge");
    isNotThere(page, "/company-merge?survivor=999999999");
    looksAt(page, "not-there-1440-en-light");
  }

  private static void isNotThere(Page page, String address) {
    assertThat(page.navigate(url(address)).status()).as(address).isEqualTo(404);
    assertThat(page.locator(".failure .empty h3").count()).as(address).isEqualTo(1);
    assertThat(page.locator("body").innerText())
        .as(address)
        .doesNotContain("Exception")
        .doesNotContain("org.tulpar");
    assertThat(page.locator(".failure a[href]").count()).as(address).isPositive();
  }

  @Test
  void whatIsNoPipelineLeadsToTheFirst() {
    var page = signedIn("ORG_ADMIN", "/pipelines?p=999999999", Look.DESK);
    shown(page.locator("nav.tabs a[aria-current]"));
    counts(page.locator("nav.tabs a[aria-current]"), 1);
  }
}
