package org.tulpar.identity.second;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tulpar.kernel.SecretBox;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.Trail;

/** What is kept of second steps, each act in a transaction with its audit row. */
@Stateless
public class StepBook {

  private static final int CODES = 10;

  @Inject private StepRows rows;
  @Inject private Trail trail;
  @Inject private Clock clock;
  @Inject private SecretBox box;

  /**
   * How it stands with a person.
   *
   * @param on whether the sign-in asks for a code
   * @param codes recovery codes that are left
   */
  public record State(boolean on, int codes) {}

  public State state(long userId) {
    var on = rows.of(userId).filter(StepRows.Kept::confirmed).isPresent();
    return new State(on, on ? rows.unused(userId) : 0);
  }

  /**
   * A fresh secret for an app, in base32.
   *
   * @throws StepRefused when there is a second step already
   */
  public String begin(long userId) {
    var fresh = Totp.random().base32();
    require(rows.begin(userId, box.seal(owner(userId), fresh)), "on");
    return fresh;
  }

  /** The secret that waits for its first code; empty text when none does. */
  public String begun(long userId) {
    return rows.of(userId)
        .filter(kept -> !kept.confirmed())
        .map(kept -> box.open(owner(userId), kept.sealed()))
        .orElse("");
  }

  /**
   * The app has shown a right code: from now on the sign-in asks for one. Returns the recovery
   * codes, which are kept nowhere.
   *
   * @throws StepRefused for a wrong code, or when nothing was begun
   */
  public List<String> confirm(long userId, String code) {
    var begun = begun(userId);
    require(!begun.isEmpty(), "none");
    var window = Totp.of(begun).window(RecoveryCode.plain(code), clock.instant());
    require(window.isPresent(), "code");
    require(rows.confirm(userId, window.getAsLong(), clock.instant()), "none");
    trail.record("user.second_step_on", userId, "person", userId);
    return exchanged(userId);
  }

  /** Other recovery codes instead of those there are. */
  public List<String> anew(long userId) {
    require(state(userId).on(), "none");
    trail.record("user.recovery_codes_made", userId, "person", userId);
    return exchanged(userId);
  }

  /** Whether this is a code of now that nobody has used, or a recovery code; it is used by this. */
  public boolean spend(long userId, String typed) {
    var kept = rows.of(userId).filter(StepRows.Kept::confirmed);
    if (kept.isEmpty()) {
      return false;
    }
    var code = RecoveryCode.plain(typed);
    var window =
        Totp.of(box.open(owner(userId), kept.get().sealed())).window(code, clock.instant());
    return window.isPresent() ? rows.spend(userId, window.getAsLong()) : recovered(userId, code);
  }

  /** The password is enough again. */
  public void off(long userId) {
    if (rows.remove(userId)) {
      trail.record("user.second_step_off", userId, "person", userId);
    }
  }

  private boolean recovered(long userId, String code) {
    var known = rows.spend(userId, box.fingerprint(owner(userId), code), clock.instant());
    if (known) {
      trail.record("user.recovery_code_used", userId, "person", userId);
    }
    return known;
  }

  private List<String> exchanged(long userId) {
    var codes = Stream.generate(RecoveryCode::random).limit(CODES).toList();
    rows.exchange(
        userId, codes.stream().map(code -> box.fingerprint(owner(userId), code.plain())).toList());
    return codes.stream().map(RecoveryCode::text).toList();
  }

  /** A sealed secret opens for its own person only. */
  private static UUID owner(long userId) {
    var name = "second step " + TenantScope.required() + " " + userId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void require(boolean condition, String reason) {
    if (!condition) {
      throw new StepRefused(reason);
    }
  }
}
