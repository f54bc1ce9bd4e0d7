package org.tulpar.integrations.pgdump;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.tulpar.operations.backup.DumpFailed;

/**
 * Names what went wrong, so that the console can say what to do. What it does not know stays {@code
 * backup.failed} with the tool's own words.
 */
final class Trouble {

  static final String FAILED = "backup.failed";
  static final String DISK_FULL = "backup.disk_full";

  private static final String DENIED = "backup.permission_denied";
  private static final String DIRECTORY = "backup.directory_unusable";
  private static final String UNREACHABLE = "backup.database_unreachable";

  /** First match wins: a full disk also makes connections break. */
  private record Sign(String words, String code) {}

  private static final List<Sign> SIGNS =
      List.of(
          new Sign("no space left on device", DISK_FULL),
          new Sign("disk quota exceeded", DISK_FULL),
          new Sign("permission denied", DENIED),
          new Sign("must be owner", DENIED),
          new Sign("would be affected by row-level security", DENIED),
          new Sign("authentication failed", DENIED),
          new Sign("server version mismatch", "backup.pg_dump_too_old"),
          new Sign("could not connect", UNREACHABLE),
          new Sign("connection to server", UNREACHABLE),
          new Sign("could not open output file", DIRECTORY));

  private Trouble() {}

  static DumpFailed directory(String detail) {
    return new DumpFailed(DIRECTORY, detail);
  }

  static DumpFailed files(IOException e) {
    var code = codeOf(e.toString());
    return new DumpFailed(code.equals(DISK_FULL) ? DISK_FULL : DIRECTORY, e.toString(), e);
  }

  static DumpFailed tool(String name, int status, String words) {
    return new DumpFailed(
        codeOf(words), "%s ended with status %d: %s".formatted(name, status, words.strip()));
  }

  static DumpFailed database(SQLException e) {
    var state = String.valueOf(e.getSQLState());
    var code =
        switch (state.substring(0, Math.min(2, state.length()))) {
          case "42" -> state.equals("42501") ? DENIED : FAILED;
          case "28" -> DENIED;
          case "53" -> state.equals("53100") ? DISK_FULL : FAILED;
          case "08", "57" -> UNREACHABLE;
          default -> FAILED;
        };
    return new DumpFailed(code, e.getMessage(), e);
  }

  static String codeOf(String words) {
    var lower = words.toLowerCase(Locale.ROOT);
    return SIGNS.stream()
        .filter(sign -> lower.contains(sign.words()))
        .map(Sign::code)
        .findFirst()
        .orElse(FAILED);
  }
}
