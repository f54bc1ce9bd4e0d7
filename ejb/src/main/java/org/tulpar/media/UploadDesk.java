package org.tulpar.media;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.tenant.TenantScope;

/**
 * Takes the files that people bring to send. A file is announced before its bytes are written, and
 * whatever is not sent within a day is dropped: nothing stays behind that nobody knows of.
 */
@ApplicationScoped
public class UploadDesk {

  private static final Duration UNSENT = Duration.ofDays(1);
  private static final int LONGEST_NAME = 255;

  /** Each file is in memory while it is taken. */
  private static final int HANDS = 4;

  @Inject private UploadStep step;
  @Inject private MediaStore store;

  @Inject
  @ConfigProperty(name = "tulpar.media.max-bytes", defaultValue = "16777216")
  private int maxBytes;

  @Inject
  @ConfigProperty(
      name = "tulpar.media.accept",
      defaultValue =
          "image/*,video/*,audio/*,text/plain,application/pdf,application/zip,application/x-ole-storage")
  private List<String> accepted;

  private Semaphore hands;

  @PostConstruct
  void open() {
    hands = new Semaphore(HANDS, true);
  }

  /** The longest file that is taken, in bytes. */
  public int mostBytes() {
    return maxBytes;
  }

  /**
   * Keeps a file until it is sent.
   *
   * @param name as its owner calls it, or null
   * @param declared the type that the browser tells, or null
   * @throws FileRefused when it is empty, too large, or of a type that is not sent
   */
  public MediaFile take(long user, String name, String declared, InputStream in)
      throws IOException {
    hands.acquireUninterruptibly();
    try {
      var bytes = in.readNBytes(maxBytes + 1);
      var file = judged(bytes, named(name), declared);
      step.announce(file.id(), user, UNSENT);
      store.keep(TenantScope.required(), file.id(), bytes);
      step.stored(file);
      return file;
    } finally {
      hands.release();
    }
  }

  /** A file is not to be sent after all. */
  public void leave(UUID file, long user) {
    step.drop(file, user);
  }

  private MediaFile judged(byte[] bytes, String name, String declared) {
    if (bytes.length == 0) {
      throw FileRefused.empty();
    }
    if (bytes.length > maxBytes) {
      throw FileRefused.tooLarge();
    }
    var type = FileType.of(bytes, declared);
    if (accepted.stream().noneMatch(pattern -> fits(type.contentType(), pattern.strip()))) {
      throw FileRefused.type();
    }
    return new MediaFile(UUID.randomUUID(), type, name, bytes.length);
  }

  private static boolean fits(String contentType, String pattern) {
    return pattern.endsWith("/*")
        ? contentType.startsWith(pattern.substring(0, pattern.length() - 1))
        : contentType.equals(pattern);
  }

  /** The last part of a path, without what a name must not hold. */
  static String named(String told) {
    var name = told == null ? "" : told.replaceAll(".*[/\\\\]", "");
    var clean = name.replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
    var from = Math.max(0, clean.length() - LONGEST_NAME); // the end tells the type
    return clean.isEmpty() ? "file" : clean.substring(from);
  }
}
