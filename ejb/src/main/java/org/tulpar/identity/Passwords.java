package org.tulpar.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.UUID;

/**
 * PBKDF2 with HMAC-SHA512, 600,000 rounds: about half a second of one core on purpose. Checking
 * nobody's password costs the same, so the time tells nothing.
 */
@ApplicationScoped
public class Passwords {

  private static final Map<String, String> COST =
      Map.of(
          "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
          "Pbkdf2PasswordHash.Iterations", "600000",
          "Pbkdf2PasswordHash.SaltSizeBytes", "32",
          "Pbkdf2PasswordHash.KeySizeBytes", "32");

  @Inject private Pbkdf2PasswordHash hashing;
  private String nobody;

  @PostConstruct
  void prepare() {
    hashing.initialize(COST);
    nobody = hashing.generate(UUID.randomUUID().toString().toCharArray());
  }

  boolean matches(Account account, char[] password) {
    return hashing.verify(password, account.passwordHash());
  }

  /** What is kept of a password: nobody reads the password out of it. */
  public String hash(char[] password) {
    return hashing.generate(password);
  }

  /** Spends the time of {@link #matches} on a login that does not exist; always false. */
  boolean matchesNobody(char[] password) {
    hashing.verify(password, nobody);
    return false;
  }
}
