package org.tulpar.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, as build machines and containers like to. In a user namespace
 * of its own it is nobody there and keeps our rights on our files; where namespaces are forbidden,
 * it runs as nobody, who must then own its files. Files made one way stay with that way.
 */
public final class Unprivileged {

  private static final String NOBODY = "nobody";
  private static final List<String> NAMESPACE = List.of("unshare", "-U");
  private static final List<String> OTHER_USER =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups");
  private final List<String> prefix;

  private Unprivileged(List<String> prefix) {
    this.prefix = prefix;
  }

  /**
   * Finds the way that this machine allows.
   *
   * @param probe a program that must be reachable that way
   * @param data what an earlier way may have made
   */
  public static Unprivileged onThisMachine(Path probe, Path data, Path log) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return new Unprivileged(List.of());
    }
    var ways = belongsToNobody(data) ? List.of(OTHER_USER) : List.of(NAMESPACE, OTHER_USER);
    for (var way : ways) {
      var found = new Unprivileged(way);
      if (found.works(probe, log)) {
        return found;
      }
    }
    throw new Refusal(
        "PostgreSQL does not run as root, and here neither a user namespace nor the user nobody can"
            + " run %s: run as another user, or set TULPAR_DATABASE_URL.".formatted(probe));
  }

  public List<String> command(Object... words) {
    var all = new ArrayList<>(prefix);
    for (var word : words) {
      all.add(word.toString());
    }
    return all;
  }

  /** Gives a file or an empty directory to whom the programs run as. */
  public void own(Path path) {
    if (!prefix.equals(OTHER_USER)) {
      return;
    }
    try {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName(NOBODY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean belongsToNobody(Path path) {
    try {
      return Files.exists(path) && Files.getOwner(path).getName().equals(NOBODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean works(Path probe, Path log) {
    try {
      new Program(command(probe, "--version"), log).run(Duration.ofSeconds(10));
      return true;
    } catch (Refusal e) {
      return false;
    }
  }
}
