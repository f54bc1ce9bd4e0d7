package org.tulpar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.config.Config;

/**
 * The key by which a program of the operator's works on the installation itself, and in no
 * organization. One that could be guessed is none: then no program is known.
 */
@ApplicationScoped
public class OperatorKey {

  /** What the container is told of whoever shows it. */
  public static final String ROLE = "OPERATOR";

  /** As the audit of an organization names it. */
  public static final String NAME = "operator";

  private static final int SHORTEST = 32;

  @Inject private Config config;

  /** Takes the same time whatever is offered. */
  public boolean opens(String offered) {
    var key = config.getOptionalValue("tulpar.operator.key", String.class).orElse("");
    return MessageDigest.isEqual(hash(key), hash(offered)) && key.length() >= SHORTEST;
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
