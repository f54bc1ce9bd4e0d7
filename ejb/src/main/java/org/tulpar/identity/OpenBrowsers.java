package org.tulpar.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.tulpar.identity.people.PersonChanged;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.Trail;

/**
 * Where a person is signed in, and the way to sign them out there. What is signed out opens nothing
 * with its next request: neither its session nor its token.
 */
@Stateless
public class OpenBrowsers {

  /** So many are shown; all of them are ended. */
  public static final int SHOWN = 50;

  /** No browser: {@link #endOthers} leaves none. */
  public static final long NONE = 0;

  @Inject private OpenBrowserRows rows;
  @Inject private Trail trail;
  @Inject private Event<PersonChanged> changed;
  @Inject private Clock clock;

  /** The last seen first. */
  public List<OpenBrowser> of(long userId) {
    var now = clock.instant();
    return rows.of(userId, now, now.minus(RememberedBrowsers.IDLE), SHOWN);
  }

  /**
   * Signs a person out in one of their browsers; one that is gone already, or another's, is left.
   */
  public void end(long userId, long browser, long by) {
    tell(userId, rows.end(userId, browser), by);
  }

  /**
   * Signs a person out everywhere but in one browser.
   *
   * @param kept {@link #NONE} for everywhere
   */
  public void endOthers(long userId, long kept, long by) {
    tell(userId, rows.endOthers(userId, kept), by);
  }

  private void tell(long userId, int ended, long by) {
    if (ended > 0) {
      trail.record("user.signed_out", by, "person", userId);
      changed.fire(new PersonChanged(TenantScope.required(), userId));
    }
  }
}
