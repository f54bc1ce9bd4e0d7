package org.tulpar.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files as they stand, and each rule on a file that was written to break it. */
class SourceTest {

  @TempDir Path module;

  @ParameterizedTest
  @EnumSource
  void theFilesKeepTheRule(SourceRule rule) {
    assertThat(rule.violations(House.modules())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFailsOnItsPlantedFile(SourceRule rule) throws IOException {
    var file = module.resolve(rule.plantedFile);
    Files.createDirectories(file.getParent());
    Files.writeString(file, rule.plantedText);
    assertThat(rule.violations(List.of(module)))
        .singleElement()
        .asString()
        .contains(module.toString());
  }

  @Test
  void thePersistenceUnitWasRead() {
    assertThat(Path.of("../ejb/src/main/resources/META-INF/persistence.xml")).exists();
  }

  @Test
  void theMigrationsWereRead() {
    assertThat(Path.of("../db/src/main/resources/db/migration/R__turns.sql")).exists();
  }

  @Test
  void aClaimByPlaceAndAListWithoutAClaimAreNone() throws IOException {
    var file = module.resolve("src/main/resources/db/migration/R__good.sql");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        update turn t set claimed_by = 'w' where t.ctid = any (array(
          select x.ctid from turn x where x.lane in (select l.lane from lane l) for update skip locked));
        """);
    assertThat(ClaimRules.claimsByKey(List.of(module))).isEmpty();
  }
}
