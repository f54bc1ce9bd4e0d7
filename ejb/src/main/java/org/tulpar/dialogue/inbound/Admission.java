package org.tulpar.dialogue.inbound;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.channel.ChannelRoute;

/**
 * Takes in only what can be kept: beyond so many waiting events the gateway is asked to come later.
 * What waits is counted once a second, and less often when there is so much of it that counting
 * takes a while: a flood may go over the limit by what comes in that time, five seconds at most.
 */
@ApplicationScoped
public class Admission {

  private static final System.Logger LOG = System.getLogger(Admission.class.getName());
  private static final long SHORTEST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 5_000;

  /** So many times what a count took lies before the next one. */
  private static final long TIMES = 50;

  @Inject private Waiting waiting;
  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject
  @ConfigProperty(name = "tulpar.inbound.waiting-per-organization", defaultValue = "50000")
  private long ofOne;

  @Inject
  @ConfigProperty(name = "tulpar.inbound.waiting", defaultValue = "500000")
  private long ofAll;

  private volatile Depth depth;
  private volatile ScheduledFuture<?> counting;
  private volatile boolean stopped;

  @PostConstruct
  void start() {
    depth = new Depth(Map.of(), ofOne, ofAll);
    again(SHORTEST_MILLIS);
  }

  @PreDestroy
  void stop() {
    stopped = true;
    counting.cancel(false);
  }

  /**
   * Returns when an event of this route may be stored.
   *
   * @throws Overloaded when too much waits already
   */
  public void check(ChannelRoute route) throws Overloaded {
    var refusal = depth.refusal(route.organization());
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  private void again(long millis) {
    if (!stopped) {
      counting = scheduler.schedule(this::count, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** A count that fails leaves the last one in force; what cannot be stored is refused anyway. */
  private void count() {
    var begun = System.nanoTime();
    try {
      depth = new Depth(waiting.byOrganization(), ofOne, ofAll);
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "what waits in the ledger was not counted; the next round comes", e);
    } finally {
      again(pause(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
    }
  }

  /** Between a count that took so long and the next one, in milliseconds. */
  static long pause(long takenMillis) {
    return Math.clamp(takenMillis * TIMES, SHORTEST_MILLIS, LONGEST_MILLIS);
  }
}
