package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every tenant table, seen by the roles the application signs in with, from organizations that each
 * have a row in each of them.
 */
class RowSecurityTest {

  private static final UUID OURS = UUID.randomUUID();
  private static final UUID THEIRS = UUID.randomUUID();
  private static final UUID OTHERS = UUID.randomUUID();

  private static final String REFUSED_BY_POLICY = "new row violates row-level security policy";
  private static final String REFUSED_BY_GRANT = "42501";

  /** The work lists the pipeline finds its work in, whoever it belongs to. */
  private static final Set<String> WORK_LISTS =
      Set.of(
          "inbound_event",
          "ledger_day",
          "turn",
          "outbox_message",
          "channel_route",
          "media_job",
          "translation_job",
          "snooze",
          "begun_conversation",
          "fact_job",
          "follow_up_due");

  private static final Map<String, Set<String>> OVER_ALL_ORGANIZATIONS =
      Map.of(
          "tulpar_identity",
              Set.of("users", "browser", "remember_me", "api_token", "organization", "second_step"),
          "tulpar_console",
              Set.of(
                  "organization",
                  "channel",
                  "inbound_event",
                  "ledger_day",
                  "users",
                  "conversation_day",
                  "outbox_message"));

  private static List<String> tables;

  private Connection connection;

  @BeforeAll
  static void writeRows() throws SQLException {
    try (var superuser = Database.superuser()) {
      Rows.writeFor(superuser, OURS);
      Rows.writeFor(superuser, THEIRS);
      Rows.writeFor(superuser, OTHERS);
      tables = Rows.tenantTables(superuser);
    }
  }

  static Stream<Arguments> isolated() {
    return Stream.of("tulpar_app", "tulpar_pipeline")
        .flatMap(
            role ->
                tables.stream()
                    .filter(table -> role.equals("tulpar_app") || !WORK_LISTS.contains(table))
                    .map(table -> Arguments.of(role, table)));
  }

  static Stream<String> inBatches() {
    return tables.stream().filter(table -> !WORK_LISTS.contains(table));
  }

  static Stream<Arguments> looked() {
    return OVER_ALL_ORGANIZATIONS.keySet().stream()
        .flatMap(role -> tables.stream().map(table -> Arguments.of(role, table)));
  }

  static Set<String> workLists() {
    return WORK_LISTS;
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void withoutAnOrganizationThereIsNothing(String role, String table) throws SQLException {
    open(role);
    assertThat(count("select count(*) from " + table)).isZero();
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void anOrganizationSeesItsOwnRowsOnly(String role, String table) throws SQLException {
    open(role);
    enter(OURS);
    assertThat(count("select count(*) from " + table)).isPositive();
    assertThat(
            count("select count(*) from %s where organization_id <> '%s'".formatted(table, OURS)))
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void anUnknownOrganizationSeesNothing(String role, String table) throws SQLException {
    open(role);
    enter(UUID.randomUUID());
    assertThat(count("select count(*) from " + table)).isZero();
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void aRowCannotBeWrittenIntoAnotherOrganization(String role, String table) throws SQLException {
    var foreign = foreignRow(table);
    open(role);
    enter(OURS);
    assertThatThrownBy(() -> insert(table, foreign)).hasMessageContaining(REFUSED_BY_POLICY);
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void aRowCannotBeWrittenWithoutAnOrganization(String role, String table) throws SQLException {
    var foreign = foreignRow(table);
    open(role);
    assertThatThrownBy(() -> insert(table, foreign)).hasMessageContaining(REFUSED_BY_POLICY);
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void aRowCannotBeMovedIntoAnotherOrganization(String role, String table) throws SQLException {
    open(role);
    enter(OURS);
    assertThatThrownBy(
            () -> update("update %s set organization_id = '%s'".formatted(table, THEIRS)))
        .hasMessageContaining(REFUSED_BY_POLICY);
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void foreignRowsAreNeitherChangedNorDeleted(String role, String table) throws SQLException {
    open(role);
    enter(OURS);
    assertThat(
            update(
                "update %1$s set organization_id = organization_id where organization_id = '%2$s'"
                    .formatted(table, THEIRS)))
        .isZero();
    assertThat(update("delete from %s where organization_id = '%s'".formatted(table, THEIRS)))
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("isolated")
  void theOrganizationEndsWithItsTransaction(String role, String table) throws SQLException {
    open(role);
    enter(OURS);
    assertThat(count("select count(*) from " + table)).isPositive();
    connection.commit();
    assertThat(count("select count(*) from " + table)).isZero();
    enter(THEIRS);
    connection.rollback();
    assertThat(count("select count(*) from " + table)).isZero();
  }

  @ParameterizedTest
  @MethodSource("inBatches")
  void aBatchSeesTheOrganizationsOfItsListOnly(String table) throws SQLException {
    open("tulpar_pipeline");
    enterBoth();
    assertThat(count("select count(distinct organization_id) from " + table)).isEqualTo(2);
    assertThat(
            count("select count(*) from %s where organization_id = '%s'".formatted(table, OTHERS)))
        .isZero();
    assertThat(
            update(
                "update %1$s set organization_id = organization_id where organization_id = '%2$s'"
                    .formatted(table, OTHERS)))
        .isZero();
    assertThat(update("delete from %s where organization_id = '%s'".formatted(table, OTHERS)))
        .isZero();
  }

  @ParameterizedTest
  @MethodSource("inBatches")
  void aBatchWritesNothingOutsideOfItsList(String table) throws SQLException {
    var foreign = foreignRow(table, OTHERS);
    open("tulpar_pipeline");
    enterBoth();
    assertThatThrownBy(() -> insert(table, foreign)).hasMessageContaining(REFUSED_BY_POLICY);
  }

  @ParameterizedTest
  @MethodSource("inBatches")
  void nobodyElseEntersSeveralOrganizations(String table) throws SQLException {
    open("tulpar_app");
    enterBoth();
    assertThatThrownBy(() -> count("select count(*) from " + table))
        .hasMessageContaining("invalid input syntax for type uuid");
  }

  @ParameterizedTest
  @MethodSource("workLists")
  void thePipelineFindsTheWorkOfAll(String table) throws SQLException {
    open("tulpar_pipeline");
    assertThat(count("select count(distinct organization_id) from " + table))
        .isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("looked")
  void whoeverSeesAllOrganizationsSeesItsTablesOnly(String role, String table) throws SQLException {
    open(role);
    var query = "select count(organization_id) from " + table;
    if (OVER_ALL_ORGANIZATIONS.get(role).contains(table)) {
      assertThat(count(query)).isGreaterThanOrEqualTo(2);
    } else {
      assertThatThrownBy(() -> count(query))
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo(REFUSED_BY_GRANT);
    }
  }

  private void open(String role) throws SQLException {
    connection = Database.as(role);
    connection.setAutoCommit(false);
  }

  private void enter(UUID organization) throws SQLException {
    count("select length(set_config('app.organization_id', '%s', true))".formatted(organization));
  }

  private void enterBoth() throws SQLException {
    count(
        "select length(set_config('app.organization_id', '%s,%s', true))".formatted(OURS, THEIRS));
  }

  private int count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private int update(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private static String foreignRow(String table) throws SQLException {
    return foreignRow(table, THEIRS);
  }

  private static String foreignRow(String table, UUID organization) throws SQLException {
    try (var superuser = Database.superuser();
        var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                "select to_jsonb(t) from %s t where organization_id = '%s'"
                    .formatted(table, organization))) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** The columns that are not computed from others. */
  private static String written(String table) throws SQLException {
    try (var superuser = Database.superuser();
        var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                "select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                    .formatted(table))) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void insert(String table, String row) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into %1$s (%2$s) overriding system value select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
                .formatted(table, written(table)))) {
      statement.setString(1, row);
      statement.executeUpdate();
    }
  }
}
