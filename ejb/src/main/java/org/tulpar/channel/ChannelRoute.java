package org.tulpar.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tulpar.kernel.SecretBox;
import org.tulpar.tenant.OrganizationId;

/**
 * Where a webhook belongs: found by the key in its path, opened by its secret or by a signature.
 * During a rotation two of each are valid.
 *
 * @param secretHash SHA-256 of the secret
 * @param previousSecretHash SHA-256 of the secret before the rotation, or null
 * @param signingKey sealed by {@link SecretBox}, or null when the provider does not sign
 * @param previousSigningKey the one before the rotation, sealed, or null
 */
public record ChannelRoute(
    OrganizationId organization,
    UUID channel,
    ChannelType type,
    byte[] secretHash,
    byte[] previousSecretHash,
    byte[] signingKey,
    byte[] previousSigningKey) {

  /**
   * Compares in constant time.
   *
   * @param body the raw bytes; looked at only when the proof is over them
   * @param box opens the signing keys
   */
  boolean admits(Proof proof, byte[] body, SecretBox box) {
    return switch (proof) {
      case Proof.Shown shown -> opensWith(shown.secret());
      case Proof.Signed signed ->
          signs(signingKey, signed, body, box) | signs(previousSigningKey, signed, body, box);
    };
  }

  private boolean opensWith(String secret) {
    var offered = hash(secret);
    var current = MessageDigest.isEqual(secretHash, offered);
    var previous = previousSecretHash != null && MessageDigest.isEqual(previousSecretHash, offered);
    return current | previous;
  }

  private boolean signs(byte[] sealedKey, Proof.Signed signed, byte[] body, SecretBox box) {
    return sealedKey != null
        && MessageDigest.isEqual(hmac(box.open(channel, sealedKey), body), signed.signature());
  }

  private static byte[] hmac(String key, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
