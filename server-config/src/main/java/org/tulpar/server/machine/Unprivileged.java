package org.tulpar.server.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, as containers and build machines like to. In a user namespace
 * of its own it is nobody there and keeps our rights on our files.
 */
public final class Unprivileged {

  private Unprivileged() {}

  public static List<String> command(Path log, Object... words) {
    var all = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(prefix(log));
    }
    for (var word : words) {
      all.add(word.toString());
    }
    return all;
  }

  private static List<String> prefix(Path log) {
    try {
      new Program(List.of("unshare", "-U", "true"), log).run(Duration.ofSeconds(10));
    } catch (Refusal e) {
      throw new Refusal(
          "PostgreSQL does not run as root, and this machine allows root no user namespace:"
              + " run as another user, or set TULPAR_DATABASE_URL to a PostgreSQL of your own.",
          e);
    }
    return List.of("unshare", "-U");
  }
}
