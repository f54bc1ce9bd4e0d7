package org.tulpar.identity.second;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.logging.Logger;
import org.tulpar.identity.SignIn;
import org.tulpar.identity.SignInAnswer;
import org.tulpar.identity.SignedIn;
import org.tulpar.identity.Throttle;
import org.tulpar.identity.people.OwnPassword;
import org.tulpar.tenant.TenantScope;

/**
 * The second step of somebody who has shown the password. A guess is counted before it is looked
 * at, so that many at once are no way around the limit. A password costs seconds of a processor, so
 * no transaction is open here.
 */
@ApplicationScoped
public class SecondStep {

  private static final Logger LOG = Logger.getLogger(SecondStep.class.getName());

  /** A million codes is little: fewer guesses than for a password, wherever they come from. */
  private static final int GUESSES = 10;

  private final Throttle throttle = new Throttle(GUESSES);

  @Inject private StepBook book;
  @Inject private SignIn signIn;
  @Inject private OwnPassword password;
  @Inject private Clock clock;

  /** Whether the password is not enough. */
  public boolean asks(SignedIn person) {
    return TenantScope.within(person.organization(), () -> book.state(person.id()).on());
  }

  /**
   * The person as they are now, if the code is right and the password is still theirs.
   *
   * @param address where the attempt comes from, as the network says
   */
  public SignInAnswer attempt(SignedIn person, String typed, String address) {
    var attempt = new Throttle.Attempt(person.login(), address);
    var pause = throttle.admit(attempt, clock.instant());
    if (pause.isPositive()) {
      return new SignInAnswer.Paused(pause);
    }
    if (!TenantScope.within(person.organization(), () -> book.spend(person.id(), typed))) {
      LOG.info("a second step was refused");
      return new SignInAnswer.Wrong();
    }
    throttle.withdraw(attempt);
    return signIn
        .unchanged(person)
        .<SignInAnswer>map(SignInAnswer.Welcome::new)
        .orElseGet(SignInAnswer.Wrong::new);
  }

  /**
   * The password alone from now on.
   *
   * @throws org.tulpar.kernel.Refused when password or code are wrong, and after too many
   */
  public void off(SignedIn person, char[] present, String code, String address) {
    prove(person, present, code, address);
    book.off(person.id());
  }

  /**
   * Other recovery codes instead of those there are.
   *
   * @throws org.tulpar.kernel.Refused as {@link #off} does
   */
  public List<String> anew(SignedIn person, char[] present, String code, String address) {
    prove(person, present, code, address);
    return book.anew(person.id());
  }

  /** An open session is not enough to take down what guards the next one. */
  private void prove(SignedIn person, char[] present, String code, String address) {
    if (!asks(person)) {
      throw new StepRefused("none");
    }
    password.prove(person, present, address);
    switch (attempt(person, code, address)) {
      case SignInAnswer.Welcome(var known) -> {}
      case SignInAnswer.Paused(var remaining) -> throw new StepRefused("paused");
      case SignInAnswer.Wrong() -> throw new StepRefused("code");
      case SignInAnswer.Busy() -> throw new StepRefused("paused");
    }
  }
}
