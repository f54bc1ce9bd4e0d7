package org.tulpar.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a secret unreadable in the database and in its dumps: AES-256-GCM, the nonce in front, the
 * id of whose it is as associated data, so that a sealed value fits its own row only.
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

  public byte[] seal(UUID owner, String secret) {
    var nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
    var box = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, box, NONCE, sealed.length);
    return box;
  }

  public String open(UUID owner, byte[] box) {
    var nonce = Arrays.copyOf(box, NONCE);
    var sealed = Arrays.copyOfRange(box, NONCE, box.length);
    return new String(cipher(Cipher.DECRYPT_MODE, nonce, owner, sealed), StandardCharsets.UTF_8);
  }

  /**
   * By which a secret is recognized and from which nobody reads it: without the key, guesses cannot
   * be tried on a dump.
   */
  public byte[] fingerprint(UUID owner, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(("fingerprint " + owner + " " + secret).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private byte[] cipher(int mode, byte[] nonce, UUID owner, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the secret does not open with this key", e);
    }
  }
}
