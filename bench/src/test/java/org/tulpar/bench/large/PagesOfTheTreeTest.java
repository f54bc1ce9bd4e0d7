package org.tulpar.bench.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An administrator alone asks for all of them, and any other answer ends the command. */
class PagesOfTheTreeTest {

  @Test
  void onlyWhatAnAdministratorReachesIsAskedFor() throws IOException {
    assertThat(Pages.ofTheTree(Path.of("..")))
        .hasSizeGreaterThan(30)
        .contains("/inbox", "/settings/audit", "/dashboard/answers")
        .doesNotContain("/login", "/password", "/second-step")
        .noneMatch(page -> page.startsWith("/console"));
  }
}
