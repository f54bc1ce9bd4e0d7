package org.tulpar.simulator.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tulpar.simulator.http.PlainSurface;

/**
 * The accounts that stand at a provider, and what opens them. An account that nobody declared here
 * is opened by every key, as it always was.
 */
public final class Keys {

  private final Map<String, Declared> declared = new ConcurrentSkipListMap<>();

  /**
   * An account with its key.
   *
   * @param business that it belongs to, or empty
   * @param secret of the app that the key was made for, or empty
   */
  record Declared(
      String type, String instance, String key, String business, String secret, String title) {

    /** Whether the caller has the app's secret; who shows nothing is not asked. */
    boolean proves(String proof) {
      return proof.isEmpty() || secret.isEmpty() || proof.equals(hmac(secret, key));
    }
  }

  /** Reads the body of {@code /control/keys}; the account's keys before it open nothing more. */
  public void declare(JsonNode body) {
    var one =
        new Declared(
            body.path("type").asText(""),
            body.path("instance").asText(""),
            body.path("key").asText(""),
            body.path("business").asText(""),
            body.path("secret").asText(""),
            body.path("title").asText(""));
    if (one.instance().isBlank() || one.key().isBlank()) {
      throw PlainSurface.problem(400, "instance or key is missing");
    }
    declared.values().removeIf(other -> other.instance().equals(one.instance()));
    declared.put(one.key(), one);
  }

  Optional<Declared> of(String key) {
    return Optional.ofNullable(declared.get(key));
  }

  /** Whether the key opens the account. */
  boolean opens(String instance, String key) {
    var known = declared.values().stream().filter(one -> one.instance().equals(instance)).toList();
    return known.isEmpty() || known.stream().anyMatch(one -> one.key().equals(key));
  }

  /** The accounts of a business. */
  List<String> numbers(String business) {
    return declared.values().stream()
        .filter(one -> one.business().equals(business))
        .map(Declared::instance)
        .toList();
  }

  private static String hmac(String secret, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
