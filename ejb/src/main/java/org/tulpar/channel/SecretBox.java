package org.tulpar.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a channel's credential unreadable in the database and in its dumps: AES-256-GCM, the nonce
 * in front, the channel's id as associated data, so that a sealed value fits its own row only.
 */
public final class SecretBox {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;

  /**
   * @param base64Key 32 bytes, base64
   */
  public SecretBox(String base64Key) {
    var bytes = Base64.getDecoder().decode(base64Key);
    if (bytes.length != 32) {
      throw new IllegalArgumentException("the secret key must have 32 bytes");
    }
    this.key = new SecretKeySpec(bytes, "AES");
  }

  public byte[] seal(UUID channel, String secret) {
    var nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    var sealed =
        cipher(Cipher.ENCRYPT_MODE, nonce, channel, secret.getBytes(StandardCharsets.UTF_8));
    var box = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, box, NONCE, sealed.length);
    return box;
  }

  public String open(UUID channel, byte[] box) {
    var nonce = Arrays.copyOf(box, NONCE);
    var sealed = Arrays.copyOfRange(box, NONCE, box.length);
    return new String(cipher(Cipher.DECRYPT_MODE, nonce, channel, sealed), StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, byte[] nonce, UUID channel, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(channel.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the channel's credential does not open with this key", e);
    }
  }
}
