package org.tulpar.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/**
 * Where a webhook belongs: found by the key in its path, opened by its secret. During a rotation
 * two secrets are valid.
 *
 * @param secretHash SHA-256 of the secret
 * @param previousSecretHash SHA-256 of the secret before the rotation, or null
 */
public record ChannelRoute(
    OrganizationId organization,
    UUID channel,
    ChannelType type,
    byte[] secretHash,
    byte[] previousSecretHash) {

  /** Compares in constant time. */
  public boolean opensWith(String secret) {
    var offered = hash(secret);
    var current = MessageDigest.isEqual(secretHash, offered);
    var previous = previousSecretHash != null && MessageDigest.isEqual(previousSecretHash, offered);
    return current | previous;
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
