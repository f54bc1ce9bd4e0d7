package org.tulpar.server.payara;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.State;

/**
 * Which build of the application a domain carries. Known only after it was ready once; before that,
 * or when the archive changed, the old one is taken out while the server is down: a deployment
 * never meets a server that is still loading.
 */
public final class Application {

  public static final String NAME = "tulpar";
  private final Path ear;
  private final Path domain;

  public Application(Path ear, Path domain) {
    this.ear = ear;
    this.domain = domain;
    if (!Files.isRegularFile(ear)) {
      throw new Refusal(
          "There is no application at %s: run ./run, it builds first.".formatted(ear));
    }
  }

  public Path ear() {
    return ear;
  }

  public boolean isCurrent() {
    try {
      return Files.exists(marker()) && Files.readString(marker()).equals(hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void markCurrent() {
    try {
      Files.writeString(marker(), hash());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the old build out of a domain that is down. */
  public void takeOut(DomainXml xml) {
    State.remove(marker());
    var root = xml.root();
    xml.remove(xml.child(root, "applications"), "application", "name", NAME);
    var server = xml.named(xml.child(root, "servers"), "server", "name", "server");
    xml.remove(server, "application-ref", "ref", NAME);
    for (var place : new String[] {"applications", "generated"}) {
      State.remove(domain.resolve(place));
    }
  }

  private Path marker() {
    return domain.resolve("deployed.sha256");
  }

  private String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(ear)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
