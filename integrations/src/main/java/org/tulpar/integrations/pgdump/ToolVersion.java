package org.tulpar.integrations.pgdump;

import java.util.regex.Pattern;
import org.tulpar.operations.backup.DumpFailed;

/** Reads the major version from what {@code --version} of PostgreSQL's tools prints. */
final class ToolVersion {

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  private ToolVersion() {}

  static int major(String printed) throws DumpFailed {
    var version = VERSION.matcher(printed);
    if (!version.find()) {
      throw new DumpFailed(Trouble.FAILED, "no version of PostgreSQL in: " + printed.strip());
    }
    return Integer.parseInt(version.group(1));
  }
}
