package org.tulpar.dialogue.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.media.FileType;
import org.tulpar.media.MediaSource;
import org.tulpar.media.MediaSource.Fetched;
import org.tulpar.media.MediaSource.Wanted;
import org.tulpar.media.MediaStore;

/**
 * Does one job after the other: a file ends stored, failed with its reason, or is tried again; a
 * claim that nobody ends runs out by itself.
 */
@ApplicationScoped
public class MediaCollector {

  private static final System.Logger LOG = System.getLogger(MediaCollector.class.getName());

  /** Longer than the slowest download: two attempts at once would only waste traffic. */
  private static final Duration HOLD = Duration.ofMinutes(5);

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(3);

  @Inject private MediaStep step;
  @Inject private MediaStore store;
  @Inject private ChannelDirectory channels;
  @Inject @Any private Instance<MediaSource> sources;
  @Inject private Event<ConversationChanged> news;

  @Inject
  @ConfigProperty(name = "tulpar.media.max-bytes", defaultValue = "16777216")
  private int maxBytes;

  public List<MediaJob> claim(int most) throws SQLException {
    return step.claim(most, HOLD);
  }

  public void work(MediaJob job) throws SQLException {
    try {
      if (job.drop()) {
        store.drop(job.organization(), job.file());
        step.dropped(job);
      } else {
        fetch(job);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the place of the files did not take " + job.file(), e);
      again(job, "store_failed");
    }
  }

  private void fetch(MediaJob job) throws SQLException, IOException {
    if (job.bytes() != null && job.bytes() > maxBytes) {
      step.failed(job, "too_large").ifPresent(news::fire);
      return;
    }
    var access = channels.access(job.organization(), job.channel());
    if (access.isEmpty()) {
      step.failed(job, "channel_gone").ifPresent(news::fire);
      return;
    }
    var wait = step.slot(job.organization(), access.get().type());
    if (wait.isPresent()) {
      step.defer(job, wait.get(), false);
      return;
    }
    switch (ask(access.get(), job)) {
      case Fetched.Found found -> keep(job, found);
      case Fetched.Missing missing when missing.forGood() ->
          step.failed(job, missing.code()).ifPresent(news::fire);
      case Fetched.Missing missing -> again(job, missing.code());
    }
  }

  private Fetched ask(ChannelAccess access, MediaJob job) {
    var wanted = new Wanted(job.externalId(), job.url(), job.raw(), maxBytes);
    return sources.stream()
        .filter(source -> source.type() == access.type())
        .findFirst()
        .map(source -> source.fetch(access, wanted))
        .orElseGet(() -> new Fetched.Missing("not_supported", access.type().name(), true));
  }

  private void keep(MediaJob job, Fetched.Found found) throws SQLException, IOException {
    store.keep(job.organization(), job.file(), found.bytes());
    var type = FileType.of(found.bytes(), job.declaredType());
    var stored = step.stored(job, type.contentType(), found.bytes().length, found.fileName());
    if (stored.isPresent()) {
      news.fire(stored.get());
    } else {
      store.drop(job.organization(), job.file());
    }
  }

  private void again(MediaJob job, String code) throws SQLException {
    if (job.attempts() < ATTEMPTS || job.drop()) {
      step.defer(job, FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempts() - 1, ATTEMPTS)), true);
    } else {
      step.failed(job, code).ifPresent(news::fire);
    }
  }
}
