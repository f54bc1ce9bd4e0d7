package org.tulpar.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.tests.server.Newcomers;

/** What a list shows is taken along as a file, which a spreadsheet opens without computing it. */
class ExportsJourneyIT extends Journey {

  private static final List<String> LISTS = List.of("clients", "companies", "products", "orders");
  private static final String FORMULA = "=HYPERLINK(A1)";

  private final Newcomers newcomers = new Newcomers();

  @ParameterizedTest
  @ValueSource(strings = {"ru-RU", "en-US"})
  void everyListIsTakenAlongAndNothingInItIsAFormula(String language) {
    newcomers.talkWithTheBot(FORMULA);
    newcomers.trade().offer(FORMULA);
    var page = admin(newcomers, "/clients", Look.DESK.speaking(language));
    for (var list : LISTS) {
      var file = file(page, list);
      assertThat(file.lines().findFirst().orElse("")).as(list).containsPattern("[;,]");
      assertThat(file).as(list).doesNotContainPattern("(?m)(^|[;,])\"?=");
    }
    assertThat(file(page, "clients")).contains("'" + FORMULA);
    assertThat(file(page, "products")).contains("'" + FORMULA);
    assertThat(file(page, "clients?q=nobody").lines()).as("only what is shown").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients", "companies", "products", "orders", "partners", "wrong-rows"})
  void aManagerTakesNothingAlong(String list) {
    allows("403");
    var page = signedIn("MANAGER", "/inbox", Look.DESK);
    assertThat(page.request().get(url("/" + list + "-export")).status()).isEqualTo(403);
  }

  private static String file(Page page, String list) {
    page.navigate(url("/" + list));
    var link = page.locator("a[href*='-export']").first();
    var download =
        page.waitForDownload(() -> link.evaluate("one => one.click()")); // it may lie in a menu
    try {
      return Files.readString(download.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
