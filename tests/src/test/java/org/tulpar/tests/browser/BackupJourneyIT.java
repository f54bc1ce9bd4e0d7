package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tulpar.tests.browser.Inbox.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tulpar.tests.server.Installation;

/** The nightly job, started by hand: a dump lies there, and was restored and compared. */
class BackupJourneyIT extends Journey {

  private static final Duration PROVEN = Duration.ofSeconds(90);

  @Test
  void aBackupIsMadeAndProvenWhileOneLooks() throws IOException {
    var admin = signedIn(demo().superAdmin(), "/console", Look.DESK);
    var runs = admin.locator("section[aria-labelledby=backups] tbody tr");
    var before = runs.count();
    admin.click("[id='console:start']");
    counts(runs, before + 1);
    var run = runs.first();
    assertThat(run.locator(".badge.success"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PROVEN.toMillis()));
    assertThat(run).containsText(Pattern.compile("вручную[\\s\\S]*совпали"));
    looksAt(admin, "console-proven-1440-ru-light");
    var dump = Path.of(run.locator(".mono").last().innerText());
    assertThat(Files.size(Installation.TESTED.backups().resolve(dump.getFileName()))).isPositive();
  }

  /** Somebody put a file where the dumps lie; when it is gone, the run goes on. */
  @Test
  void aBackupThatFailedGoesOn() throws IOException {
    var place = Installation.TESTED.backups();
    var aside = place.resolveSibling("backups-aside");
    Files.createDirectories(place);
    Files.move(place, aside);
    Files.createFile(place);
    var admin = signedIn(demo().superAdmin(), "/console", Look.DESK);
    var run = admin.locator("section[aria-labelledby=backups] tbody tr").first();
    var job = admin.locator("section[aria-labelledby=jobs] tbody tr", saying("Резервная копия"));
    try {
      admin.click("[id='console:start']");
      shown(run.locator(".badge.danger"));
      isWithinReachOnAPhone(admin, job.locator("input[type=submit]"));
    } finally {
      Files.delete(place);
      Files.move(aside, place);
    }
    job.locator("input[type=submit]").click();
    assertThat(run.locator(".badge.success"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PROVEN.toMillis()));
    counts(job.locator("input[type=submit]"), 0);
  }

  private void isWithinReachOnAPhone(Page admin, Locator button) {
    admin.setViewportSize(Look.PHONE.width(), Look.PHONE.height());
    button.scrollIntoViewIfNeeded();
    var wide = admin.locator("section[aria-labelledby=jobs] .table-wrap");
    assertThat(wide.evaluate("box => box.scrollWidth <= box.clientWidth")).isEqualTo(true);
    looksAt(admin, "console-failed-390-ru-light");
    admin.setViewportSize(Look.DESK.width(), Look.DESK.height());
  }
}
