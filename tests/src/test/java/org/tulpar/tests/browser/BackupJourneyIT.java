package org.tulpar.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
}
