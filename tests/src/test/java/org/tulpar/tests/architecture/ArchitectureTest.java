package org.tulpar.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The house as it stands, and each rule on the house that was built to break it. */
class ArchitectureTest {

  private static final JavaClasses HOUSE = House.TULPAR.classes();

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsTheRule(Rule rule) {
    rule.over(House.TULPAR).check(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFailsOnItsPlantedViolation(Rule rule) {
    var crooked = rule.crookedHouse();
    var result = rule.over(crooked).evaluate(crooked.classes());
    assertThat(result.hasViolation()).as("violations of %s in %s", rule, crooked).isTrue();
    assertThat(result.getFailureReport().getDetails())
        .allSatisfy(detail -> assertThat(detail).contains(crooked.root()));
  }

  @Test
  void everyModuleWithSourcesWasRead() {
    for (Path module : House.modules()) {
      if (Files.isDirectory(module.resolve("src/main/java"))) {
        assertThat(HOUSE)
            .as("classes of %s", module)
            .anyMatch(
                type ->
                    type.getSource()
                        .map(source -> source.getUri().toString())
                        .orElse("")
                        .contains("/" + module.getFileName() + "/target/classes/"));
      }
    }
  }

  @Test
  void theFeaturesAreInTheDiagramOnce() {
    assertThat(House.FEATURES).doesNotHaveDuplicates().startsWith("kernel").endsWith("operations");
  }
}
