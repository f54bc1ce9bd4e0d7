package org.tulpar.server.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The installation's own passwords and keys: made once, kept in a file that only its owner reads,
 * never printed. The environment wins over the file ({@code database.app.password} is {@code
 * TULPAR_DATABASE_APP_PASSWORD}).
 */
public final class Secrets {

  private static final int PASSWORD_BYTES = 24;
  private static final int KEY_BYTES = 32;
  private final Path file;
  private final Map<String, String> environment;
  private final Map<String, String> values = new TreeMap<>();

  public Secrets(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
    read();
  }

  /** 192 random bits, letters and digits of base64url. */
  public String password(String name) {
    return value(
        name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES)));
  }

  /** 256 random bits, base64. */
  public String key(String name) {
    return value(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
  }

  /**
   * A pair of keys on the curve P-256, to sign with: the public one (X.509) and the private one
   * (PKCS 8), each base64, a dot between.
   */
  public String pair(String name) {
    return value(name, Secrets::pair);
  }

  private static String pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPublic().getEncoded())
          + "."
          + base64.encodeToString(pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  public static String variable(String name) {
    return "TULPAR_" + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private String value(String name, java.util.function.Supplier<String> fresh) {
    var given = environment.get(variable(name));
    if (given != null && !given.isBlank()) {
      return given;
    }
    var kept = values.get(name);
    if (kept == null) {
      kept = fresh.get();
      values.put(name, kept);
      write();
    }
    return kept;
  }

  private void read() {
    if (!Files.exists(file)) {
      return;
    }
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new Refusal("Cannot read %s: %s.".formatted(file, e.getMessage()), e);
    }
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
  }

  private void write() {
    var lines =
        new StringBuilder(
            "# Passwords and keys of this installation. Keep it with the backups, and secret.\n");
    values.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    writePrivately(file, lines.toString());
  }

  /** Replaces a file in one step; it is readable by its owner only from its first byte on. */
  public static void writePrivately(Path file, String text) {
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] random(int bytes) {
    var random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
