package org.tulpar.integrations.push;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A setting {@code tulpar.push.keys}, as the launcher makes it. */
final class Keys {

  private Keys() {}

  static String fresh() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPublic().getEncoded())
          + "."
          + base64.encodeToString(pair.getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
