package org.tulpar.integrations.http;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/**
 * The calls that are under way; whoever runs it again and again ends those that have taken too
 * long.
 *
 * <p>One task looks after all of them. A task of its own for each call would be dearer than it
 * looks: for each that it takes, the server's executor searches all archives of the application
 * under the class loader's lock, and virtual threads that wait there, while others load classes and
 * keep all carriers, stop each other for ever.
 */
final class Cuts implements Runnable {

  private static final System.Logger LOG = System.getLogger(Cuts.class.getName());

  private final Set<Cut> pending = ConcurrentHashMap.newKeySet();

  /** To be taken back by {@link #forget} when the call is over. */
  Cut expect(HttpUriRequestBase request, Duration most) {
    var cut = new Cut(request, most);
    pending.add(cut);
    return cut;
  }

  void forget(Cut cut) {
    pending.remove(cut);
  }

  @Override
  public void run() {
    pending.stream().filter(Cut::isDue).forEach(this::make);
  }

  /** What goes wrong with one leaves the others theirs: a task that throws is not run again. */
  private void make(Cut cut) {
    forget(cut);
    try {
      cut.make();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a call that has taken too long was not ended", e);
    }
  }
}
