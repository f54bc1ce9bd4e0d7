package org.tulpar.integrations.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.KeyExtractionException;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** By which push services and browsers know this installation (RFC 8292): a pair on P-256. */
final class PushKeys {

  /** A service may refuse more than a day. */
  private static final Duration HOLDS = Duration.ofHours(12);

  private final VAPIDKeyPair pair;
  private final String publicKey;
  private final String contact;
  private final Clock clock;

  private PushKeys(VAPIDKeyPair pair, String contact, Clock clock) {
    this.pair = pair;
    this.publicKey = pair.extractPublicKeyInUncompressedFormAsString();
    this.contact = contact;
    this.clock = clock;
  }

  /**
   * Reads the setting.
   *
   * @param text the public key (X.509) and the private one (PKCS 8), each base64, a dot between
   * @param contact whom a push service turns to, or null
   * @throws IllegalArgumentException when they are none
   */
  static PushKeys of(String text, String contact, Clock clock) {
    var halves = text.strip().split("\\.", -1);
    if (halves.length != 2) {
      throw new IllegalArgumentException("tulpar.push.keys are two keys with a dot between");
    }
    var base64 = Base64.getDecoder();
    try {
      var pair =
          VAPIDKeyPairs.of(
              PrivateKeySources.ofPKCS8Bytes(base64.decode(halves[1])),
              PublicKeySources.ofX509Bytes(base64.decode(halves[0])));
      return new PushKeys(pair, contact, clock);
    } catch (KeyExtractionException | InvalidECPublicKeyException e) {
      throw new IllegalArgumentException("tulpar.push.keys are no pair on P-256", e);
    }
  }

  /** As a browser takes it: 65 bytes, base64url. */
  String publicKey() {
    return publicKey;
  }

  /** The header {@code Authorization} for a call of this address. */
  String authorization(String endpoint) {
    var claims =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint)
            .expirationTime(clock.instant().plus(HOLDS));
    if (contact != null) {
      claims.subject(contact);
    }
    return pair.generateAuthorizationHeaderValue(claims.build());
  }
}
