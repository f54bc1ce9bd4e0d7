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
}
