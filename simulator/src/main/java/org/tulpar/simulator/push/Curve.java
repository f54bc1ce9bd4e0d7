package org.tulpar.simulator.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on P-256 in the short forms of the web. */
final class Curve {

  /** A point in the uncompressed form, in bytes. */
  static final int POINT = 65;

  private static final String NAME = "secp256r1";
  private static final int HALF = 32;

  private Curve() {}

  static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(NAME));
    return generator.generateKeyPair();
  }

  static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    if (point.length != POINT || point[0] != 4) {
      throw new GeneralSecurityException("no uncompressed point");
    }
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, POINT));
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve()));
  }

  static PrivateKey privateKey(byte[] number) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), curve()));
  }

  static byte[] point(PublicKey key) {
    var point = ((ECPublicKey) key).getW();
    var bytes = new byte[POINT];
    bytes[0] = 4;
    copy(point.getAffineX(), bytes, 1);
    copy(point.getAffineY(), bytes, 1 + HALF);
    return bytes;
  }

  private static void copy(BigInteger number, byte[] into, int start) {
    var bytes = number.toByteArray();
    var length = Math.min(HALF, bytes.length);
    System.arraycopy(bytes, bytes.length - length, into, start + HALF - length, length);
  }

  private static ECParameterSpec curve() throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(NAME));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }
}
