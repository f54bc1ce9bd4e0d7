package org.tulpar.simulator.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.tulpar.simulator.http.Json;
import org.tulpar.simulator.http.MalformedJson;

/** Asks a sender who it is, as a push service does: RFC 8292. */
final class Sender {

  private static final Pattern HEADER =
      Pattern.compile("vapid t=([\\w-]+\\.[\\w-]+)\\.([\\w-]+), ?k=([\\w-]+)");
  private static final Duration LONGEST = Duration.ofHours(24);

  private final String origin;
  private final Clock clock;

  Sender(String origin, Clock clock) {
    this.origin = origin;
    this.clock = clock;
  }

  /** Whether the header is signed by the key it names, for this service, and not for too long. */
  boolean isProven(String header) {
    var parts = HEADER.matcher(header);
    if (!parts.matches()) {
      return false;
    }
    var base64 = Base64.getUrlDecoder();
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(Curve.publicKey(base64.decode(parts.group(3))));
      signature.update(parts.group(1).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(base64.decode(parts.group(2)))
          && holds(base64.decode(parts.group(1).split("\\.", 2)[1]));
    } catch (GeneralSecurityException | MalformedJson e) {
      return false; // what nobody can read proves nothing
    }
  }

  private boolean holds(byte[] claims) throws MalformedJson {
    var said = Json.parse(claims);
    var now = clock.instant().getEpochSecond();
    var end = said.path("exp").asLong();
    return said.path("aud").asText().equals(origin)
        && end > now
        && end <= now + LONGEST.toSeconds();
  }
}
