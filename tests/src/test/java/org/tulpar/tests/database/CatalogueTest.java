package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks over every table there is: a new one that breaks a rule fails here, without being named
 * anywhere. Each rule is also seen failing on an object that was made to break it.
 */
class CatalogueTest {

  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    connection = Database.superuser();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void forget() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaKeepsTheRule(CatalogueRule rule) throws SQLException {
    assertThat(rule.findings(connection, "public"))
        .filteredOn(finding -> !Exceptions.to(rule).containsKey(finding.subject()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyExceptionIsStillOne(CatalogueRule rule) throws SQLException {
    assertThat(rule.findings(connection, "public"))
        .extracting(Finding::subject)
        .containsAll(Exceptions.to(rule).keySet());
  }

  @ParameterizedTest
  @EnumSource
  void theRuleFailsOnItsPlantedObject(CatalogueRule rule) throws SQLException {
    var before = crookedSchema(rule, List.of());
    connection.rollback();
    var after = crookedSchema(rule, PlantedObjects.breaking(rule));
    assertThat(before).as("findings before anything was planted").isEmpty();
    assertThat(after).as("findings after").isNotEmpty();
  }

  @Test
  void theSchemaIsThere() throws SQLException {
    assertThat(CatalogueRule.GLOBAL_TABLES_ARE_LISTED.findings(connection, "public"))
        .hasSizeGreaterThan(3);
  }

  private List<Finding> crookedSchema(CatalogueRule rule, List<String> planted)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create schema crooked");
      statement.execute("set local search_path = crooked");
      for (var sql : PlantedObjects.SOUND) {
        statement.execute(sql);
      }
      for (var sql : planted) {
        statement.execute(sql);
      }
    }
    return rule.findings(connection, "crooked").stream()
        .filter(finding -> !Exceptions.to(rule).containsKey(finding.subject()))
        .toList();
  }
}
