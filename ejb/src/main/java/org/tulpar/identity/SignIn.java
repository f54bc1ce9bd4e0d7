package org.tulpar.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.tulpar.tenant.OrganizationId;

/**
 * The sign-in by login and password. Failures are counted before anything is answered, and at most
 * {@link #CHECKS} passwords are checked at once, so guessing cannot take the processor away from
 * the conversations.
 */
@ApplicationScoped
public class SignIn {

  private static final Logger LOG = Logger.getLogger(SignIn.class.getName());
  private static final int CHECKS = 2;
  private static final long PATIENCE_SECONDS = 5;

  private final Semaphore checks = new Semaphore(CHECKS, true);
  private final Throttle throttle = new Throttle();

  @Inject private Accounts accounts;
  @Inject private Passwords passwords;
  @Inject private Clock clock;

  /**
   * @param address where the attempt comes from, as the network says and not as a header says
   */
  public SignInAnswer attempt(String login, char[] password, String address) {
    var attempt = new Throttle.Attempt(login, address);
    var pause = throttle.pause(attempt, clock.instant());
    if (pause.isPositive()) {
      return new SignInAnswer.Paused(pause);
    }
    if (!admitted()) {
      return new SignInAnswer.Busy();
    }
    try {
      return answer(attempt, password);
    } finally {
      checks.release();
    }
  }

  /** The person as they are now, for a session that was opened in a browser a while ago. */
  public Optional<SignedIn> stillIn(OrganizationId organization, long id, long browser) {
    return accounts.byBrowser(organization, id, browser);
  }

  /** The person as they are now, if the password that was shown a while ago is still theirs. */
  public Optional<SignedIn> unchanged(SignedIn person) {
    return accounts
        .byLogin(person.login())
        .map(Account::person)
        .filter(now -> now.id() == person.id() && now.passwordAt().equals(person.passwordAt()));
  }

  /**
   * Whether this is the password of who is signed in already; not counted, because nobody guesses
   * their own.
   */
  public boolean isOf(SignedIn person, char[] password) {
    return accounts
        .byLogin(person.login())
        .filter(known -> passwords.matches(known, password))
        .isPresent();
  }

  private SignInAnswer answer(Throttle.Attempt attempt, char[] password) {
    var account = accounts.byLogin(attempt.login());
    boolean right =
        account
            .map(found -> passwords.matches(found, password))
            .orElseGet(() -> passwords.matchesNobody(password));
    if (!right) {
      throttle.failed(attempt, clock.instant());
      LOG.info("a sign-in was refused");
      return new SignInAnswer.Wrong();
    }
    throttle.succeeded(attempt);
    return new SignInAnswer.Welcome(account.orElseThrow().person());
  }

  private boolean admitted() {
    try {
      return checks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
