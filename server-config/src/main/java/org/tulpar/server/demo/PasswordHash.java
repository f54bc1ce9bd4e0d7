package org.tulpar.server.demo;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.tulpar.server.machine.Secrets;

/**
 * A password as the application's login checks it: the text form of Jakarta Security's {@code
 * Pbkdf2PasswordHash}, {@code algorithm:iterations:salt:hash}.
 */
public final class PasswordHash {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 600_000;
  private static final int BYTES = 32;

  private PasswordHash() {}

  public static String of(String password) {
    return of(password, Secrets.random(BYTES), ITERATIONS);
  }

  public static String of(String password, byte[] salt, int iterations) {
    try {
      var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * Byte.SIZE);
      var hash = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
      var base64 = Base64.getEncoder();
      return "%s:%d:%s:%s"
          .formatted(
              ALGORITHM, iterations, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
