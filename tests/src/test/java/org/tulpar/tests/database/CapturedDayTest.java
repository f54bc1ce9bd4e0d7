package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A day's ledger worked off again changes no row of any table. */
class CapturedDayTest {

  private static final Path CAPTURED = Path.of("../integrations/src/test/resources/evolution");

  /** The ledger itself counts its tries. */
  private static final List<String> MAY_CHANGE = List.of("inbound_event", "ledger_day");

  private final Pipeline pipeline = Pipeline.ofNewOrganization(0);
  private final Resolver resolver = new Resolver(pipeline);

  CapturedDayTest() throws SQLException {}

  @Test
  void everyCapturedEventTwice() throws Exception {
    for (var body : captured()) {
      resolver.ingest(body);
    }
    resolver.drain();
    var before = checksums();
    assertThat(messages()).isGreaterThan(30);
    resolver.putBack();
    resolver.drain();
    for (var body : captured()) {
      resolver.arrive(body);
    }
    assertThat(checksums()).isEqualTo(before);
  }

  private static List<String> captured() throws IOException {
    var bodies = new ArrayList<String>();
    for (var directory : List.of("arrived", "other")) {
      try (var files = Files.list(CAPTURED.resolve(directory))) {
        for (var file : files.sorted().toList()) {
          bodies.add(Files.readString(file));
        }
      }
    }
    return bodies;
  }

  private int messages() throws SQLException {
    return Integer.parseInt(
        pipeline.look("select count(*) from message where organization_id = ?"));
  }

  private Map<String, String> checksums() throws SQLException {
    var sums = new TreeMap<String, String>();
    try (var connection = Database.superuser()) {
      for (var table : Rows.tenantTables(connection)) {
        if (!MAY_CHANGE.contains(table)) {
          sums.put(
              table,
              pipeline.look(
                  "select count(*) || ' ' || md5(string_agg(t::text, '|' order by t::text)) from %s t where organization_id = ?"
                      .formatted(table)));
        }
      }
    }
    return sums;
  }
}
