package org.tulpar.integrations.pgdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tulpar.operations.backup.Difference;
import org.tulpar.operations.backup.DumpFailed;

/** Dump and restore against a real PostgreSQL with the real tools; every red way is seen once. */
class PgDumpTest {

  private static final String FIRST = "tulpar-20261120T020000Z-1.dump";
  private static final String SECOND = "tulpar-20261121T020000Z-2.dump";

  private static Server server;

  @TempDir Path directory;
  private PgDumpSettings settings;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = Server.started();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void settings() {
    settings = server.settings(directory);
  }

  @Test
  void a_dump_holds_every_organizations_rows_and_policies() throws Exception {
    var bytes = PgDump.dump(settings, FIRST);

    assertThat(directory.resolve(FIRST)).hasSize(bytes);
    assertThat(Files.getPosixFilePermissions(directory.resolve(FIRST)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    var noted = PgDump.noted(settings, FIRST);
    assertThat(noted.rows())
        .containsEntry("public.client", 8L)
        .containsEntry("public.client/" + Server.AQUA, 3L)
        .containsEntry("public.client/" + Server.TOURS, 5L)
        .containsEntry("public.deal", 0L);
    assertThat(noted.protections()).contains("row security of public.client, forced");
    try (var scratch = ScratchDatabase.restored(settings, FIRST, 1)) {
      assertThat(noted.differences(scratch.contents())).isEmpty();
    }
    assertThat(server.scratchDatabases()).isEmpty();
  }

  @Test
  void rows_that_come_after_the_snapshot_are_in_neither() throws Exception {
    PgDump.dump(settings, FIRST);
    server.run(
        "tulpar",
        "insert into client (organization_id, id) values ('%s', 99)".formatted(Server.AQUA));
    try (var scratch = ScratchDatabase.restored(settings, FIRST, 2)) {
      assertThat(PgDump.noted(settings, FIRST).differences(scratch.contents())).isEmpty();
    } finally {
      server.run("tulpar", "delete from client where id = 99");
    }
  }

  @Test
  void a_row_that_is_missing_in_the_copy_is_found() throws Exception {
    PgDump.dump(settings, FIRST);
    try (var scratch = ScratchDatabase.restored(settings, FIRST, 3)) {
      server.run(
          scratch.name(),
          "delete from client where id = 5",
          "insert into client (organization_id, id) values ('%s', 6)".formatted(Server.AQUA));

      assertThat(PgDump.noted(settings, FIRST).differences(scratch.contents()))
          // what hangs on the client is missing with it
          .contains(
              new Difference("public.client/" + Server.AQUA, 3, 4),
              new Difference("public.client/" + Server.TOURS, 5, 4));
    }
  }

  @Test
  void a_policy_that_is_missing_in_the_copy_is_found() throws Exception {
    PgDump.dump(settings, FIRST);
    try (var scratch = ScratchDatabase.restored(settings, FIRST, 4)) {
      server.run(scratch.name(), "alter table client no force row level security");

      assertThat(PgDump.noted(settings, FIRST).differences(scratch.contents()))
          .containsExactly(
              new Difference("row security of public.client", 0, 1),
              new Difference("row security of public.client, forced", 1, 0));
    }
  }

  @Test
  void nobody_else_may_enter_the_copy_and_leftovers_of_dead_runs_go() throws Exception {
    PgDump.dump(settings, FIRST);
    ScratchDatabase.restored(settings, FIRST, 5);
    try (var scratch = ScratchDatabase.restored(settings, FIRST, 6)) {
      assertThat(server.scratchDatabases()).containsExactly(scratch.name());
      var copy = settings.database().named(scratch.name());
      assertThatThrownBy(() -> copy.open("tulpar_app", "", Duration.ofSeconds(5)))
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void a_damaged_dump_is_red_and_leaves_no_copy() throws Exception {
    PgDump.dump(settings, FIRST);
    var dump = directory.resolve(FIRST);
    var bytes = Files.readAllBytes(dump);
    Files.write(dump, Arrays.copyOf(bytes, bytes.length * 9 / 10));

    assertRed("backup.failed", () -> ScratchDatabase.restored(settings, FIRST, 7));
    assertThat(server.scratchDatabases()).isEmpty();
  }

  @Test
  void a_revoked_privilege_is_red_and_earlier_dumps_stay() throws Exception {
    PgDump.dump(settings, FIRST);
    var before = files();
    server.run("tulpar", "revoke select on message from tulpar_backup");
    try {
      assertRed("backup.permission_denied", () -> PgDump.dump(settings, SECOND))
          .hasMessageContaining("permission denied for table message");
    } finally {
      server.run("tulpar", "grant select on message to tulpar_backup");
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_role_that_rows_are_hidden_from_is_red_not_a_smaller_dump() throws Exception {
    server.run("tulpar", "alter role tulpar_backup nobypassrls");
    try {
      assertRed("backup.permission_denied", () -> PgDump.dump(settings, FIRST))
          .hasMessageContaining("row-level security");
    } finally {
      server.run("tulpar", "alter role tulpar_backup bypassrls");
    }
  }

  @Test
  void a_missing_tool_is_red() {
    var missing = server.settings(directory, "/nowhere/pg_dump");
    assertRed("backup.pg_dump_missing", () -> PgDump.dump(missing, FIRST));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_tool_older_than_the_server_is_red() throws Exception {
    var old = server.settings(directory, script("echo 'pg_dump (PostgreSQL) 12.22'"));
    assertRed("backup.pg_dump_too_old", () -> PgDump.dump(old, FIRST))
        .hasMessageContaining("12.22")
        .hasMessageContaining("PostgreSQL 15");
  }

  @Test
  void a_tool_that_hangs_is_stopped_with_its_children() throws Exception {
    var tool = new Tool("pg_dump", script("sleep 600 & sleep 600"), Duration.ofMillis(500));
    assertRed("backup.timeout", () -> tool.run(List.of(), Map.of()));
  }

  @Test
  void a_disk_that_fills_up_is_red_with_the_tools_words_and_leaves_nothing_unfinished()
      throws Exception {
    PgDump.dump(settings, FIRST);
    var before = files();
    var words = "pg_dump: error: could not write to output file: No space left on device";
    var fake =
        script(
            "[ \"$1\" = --version ] && { echo 'pg_dump (PostgreSQL) 15.1'; exit 0; }\n"
                + ("echo '" + words + "' >&2; exit 1"));
    assertRed("backup.disk_full", () -> PgDump.dump(server.settings(directory, fake), SECOND));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void too_little_room_is_red_before_anything_is_written() throws Exception {
    var bytes = PgDump.dump(settings, FIRST);
    var place = new BackupDirectory(directory);

    assertRed("backup.disk_full", () -> place.requireSpace(2 * bytes - 1));
    place.requireSpace(2 * bytes);
  }

  @Test
  void a_directory_inside_the_database_is_refused() throws Exception {
    var inside = server.settings(server.dataDirectory().resolve("dumps"));
    assertRed("backup.directory_unusable", () -> PgDump.dump(inside, FIRST));
  }

  @Test
  void an_unreachable_server_is_red() {
    var gone =
        new PgDumpSettings(
            Database.of("jdbc:postgresql://127.0.0.1:1/tulpar"),
            "b",
            "r",
            directory,
            "pg_dump",
            "pg_restore",
            Duration.ofSeconds(5));
    assertRed("backup.database_unreachable", () -> PgDump.dump(gone, FIRST));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRed(
      String code, ThrowingCallable work) {
    return assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            DumpFailed.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  private String script(String body) throws IOException {
    var file = Files.createTempFile("tool", ".sh");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var all = Files.list(directory)) {
      for (var file : all.toList()) {
        files.put(
            file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
