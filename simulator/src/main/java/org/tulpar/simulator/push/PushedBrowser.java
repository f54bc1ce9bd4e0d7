package org.tulpar.simulator.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a push message: RFC 8291 from the receiver's side. */
public final class PushedBrowser {

  private static final int SALT = 16;
  private static final int HEAD = SALT + 4 + 1;
  private static final int TAG_BITS = 128;
  private static final byte LAST_RECORD = 2;

  private final PrivateKey privateKey;
  private final byte[] publicKey;
  private final byte[] secret;

  private PushedBrowser(PrivateKey privateKey, byte[] publicKey, byte[] secret) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.secret = secret;
  }

  /** With keys of its own. */
  public static PushedBrowser fresh() throws GeneralSecurityException {
    var pair = Curve.pair();
    var secret = new byte[SALT];
    new SecureRandom().nextBytes(secret);
    return new PushedBrowser(pair.getPrivate(), Curve.point(pair.getPublic()), secret);
  }

  /** With these keys, base64url. */
  static PushedBrowser of(String privateKey, String publicKey, String secret)
      throws GeneralSecurityException {
    var base64 = Base64.getUrlDecoder();
    return new PushedBrowser(
        Curve.privateKey(base64.decode(privateKey)),
        base64.decode(publicKey),
        base64.decode(secret));
  }

  public String p256dh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
  }

  public String auth() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /**
   * Reads the words.
   *
   * @throws GeneralSecurityException when they were not encrypted for this browser
   */
  public String open(byte[] body) throws GeneralSecurityException {
    if (body.length < HEAD + Curve.POINT || body[HEAD - 1] != Curve.POINT) {
      throw new GeneralSecurityException("no message of one record with the sender's key");
    }
    var sender = Arrays.copyOfRange(body, HEAD, HEAD + Curve.POINT);
    var agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(privateKey);
    agreement.doPhase(Curve.publicKey(sender), true);
    var info = joined(text("WebPush: info\0"), publicKey, sender);
    var material = expanded(hmac(secret, agreement.generateSecret()), info, 32);
    var head = hmac(Arrays.copyOf(body, SALT), material);
    var key = expanded(head, text("Content-Encoding: aes128gcm\0"), 16);
    var nonce = expanded(head, text("Content-Encoding: nonce\0"), 12);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    var start = HEAD + Curve.POINT;
    return unpadded(cipher.doFinal(body, start, body.length - start));
  }

  private static String unpadded(byte[] record) throws GeneralSecurityException {
    var end = record.length - 1;
    while (end > 0 && record[end] == 0) {
      end--;
    }
    if (record[end] != LAST_RECORD) {
      throw new GeneralSecurityException("the record is not the last one");
    }
    return new String(record, 0, end, StandardCharsets.UTF_8);
  }

  /** One block of HKDF is enough. */
  private static byte[] expanded(byte[] key, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(hmac(key, joined(info, new byte[] {1})), length);
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
