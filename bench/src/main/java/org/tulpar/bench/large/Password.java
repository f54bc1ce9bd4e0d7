package org.tulpar.bench.large;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A fresh password of a person, with the text by which the sign-in knows it again
 * (docs/operations.md, People).
 */
record Password(String plain, String hash) {

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 600_000;
  private static final int BYTES = 32;
  private static final int PLAIN_BYTES = 12;

  static Password fresh() {
    var random = new SecureRandom();
    var plain = new byte[PLAIN_BYTES];
    var salt = new byte[BYTES];
    random.nextBytes(plain);
    random.nextBytes(salt);
    return of(Base64.getUrlEncoder().withoutPadding().encodeToString(plain), salt);
  }

  private static Password of(String plain, byte[] salt) {
    try {
      var spec = new PBEKeySpec(plain.toCharArray(), salt, ITERATIONS, BYTES * Byte.SIZE);
      var bytes = SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
      var base64 = Base64.getEncoder();
      return new Password(
          plain,
          "%s:%d:%s:%s"
              .formatted(
                  ALGORITHM,
                  ITERATIONS,
                  base64.encodeToString(salt),
                  base64.encodeToString(bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
