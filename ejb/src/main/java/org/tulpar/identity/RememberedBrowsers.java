package org.tulpar.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs a browser in without a password for {@link #KEPT}. A token is good for one use: it is
 * exchanged for the next one, and the old one lives for {@link #GRACE} only, because a browser that
 * opens a page asks several things at once.
 */
@Stateless
public class RememberedBrowsers {

  public static final Duration KEPT = Duration.ofDays(30);
  private static final Duration GRACE = Duration.ofSeconds(30);

  @Inject private BrowserMemory memory;
  @Inject private Clock clock;

  /** What the browser is to keep instead of the token it came with. */
  public record Recognized(SignedIn person, String nextToken) {}

  public String remember(SignedIn person) {
    var token = BrowserToken.random();
    memory.keep(token.hash(), person, clock.instant().plus(KEPT));
    return token.text();
  }

  /** Empty for a token that is unknown, used, expired or of somebody who may not come in. */
  public Optional<Recognized> recognize(String text) {
    var now = clock.instant();
    var token = BrowserToken.of(text);
    return token
        .flatMap(known -> memory.byHash(known.hash(), now))
        .map(person -> exchanged(token.orElseThrow(), person));
  }

  /** At the sign-out. */
  public void forget(String text) {
    BrowserToken.of(text).ifPresent(token -> memory.forget(token.hash(), clock.instant()));
  }

  private Recognized exchanged(BrowserToken used, SignedIn person) {
    memory.endBy(used.hash(), clock.instant().plus(GRACE));
    return new Recognized(person, remember(person));
  }
}
