package org.tulpar.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.tenant.OrganizationId;

/**
 * Addresses under which a provider that takes no bytes may fetch one file: signed by us, for a day,
 * and for nothing else.
 */
@ApplicationScoped
public class FileLinks {

  private static final Duration LIFE = Duration.ofDays(1);
  private static final int NAMES = 40;
  private static final int SIGNATURE = 32;

  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "tulpar.secret.key")
  private String secretKey;

  @Inject
  @ConfigProperty(name = "tulpar.public-url")
  private String publicUrl;

  private byte[] key;

  @PostConstruct
  void open() {
    // A key of its own, so that a signature here is worth nothing elsewhere.
    key =
        signed(
            Base64.getDecoder().decode(secretKey), "file links".getBytes(StandardCharsets.UTF_8));
  }

  /** A file that a link opens. */
  public record Opened(OrganizationId organization, UUID file) {}

  public URI to(OrganizationId organization, UUID file) {
    var names =
        ByteBuffer.allocate(NAMES)
            .putLong(organization.value().getMostSignificantBits())
            .putLong(organization.value().getLeastSignificantBits())
            .putLong(file.getMostSignificantBits())
            .putLong(file.getLeastSignificantBits())
            .putLong(clock.instant().plus(LIFE).getEpochSecond())
            .array();
    var link = ByteBuffer.allocate(NAMES + SIGNATURE).put(names).put(signed(key, names)).array();
    var word = Base64.getUrlEncoder().withoutPadding().encodeToString(link);
    return URI.create(publicUrl.replaceAll("/+$", "") + "/files/" + word);
  }

  /** Nothing when the link is not ours, or has run out. */
  public Optional<Opened> open(String word) {
    var link = decoded(word);
    if (link.length != NAMES + SIGNATURE) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(link);
    var names = new byte[NAMES];
    var signature = new byte[SIGNATURE];
    buffer.get(names).get(signature);
    if (!MessageDigest.isEqual(signature, signed(key, names))) {
      return Optional.empty();
    }
    buffer.rewind();
    var organization = new UUID(buffer.getLong(), buffer.getLong());
    var file = new UUID(buffer.getLong(), buffer.getLong());
    return clock.instant().isBefore(Instant.ofEpochSecond(buffer.getLong()))
        ? Optional.of(new Opened(new OrganizationId(organization), file))
        : Optional.empty();
  }

  private static byte[] decoded(String word) {
    try {
      return Base64.getUrlDecoder().decode(word);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // a stranger's word: no link
    }
  }

  private static byte[] signed(byte[] key, byte[] text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
