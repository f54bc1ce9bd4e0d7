package org.tulpar.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The browsers in which people are signed in. One that was asked to remember is signed in without a
 * password for {@link #KEPT}. A token is good for one use: it is exchanged for the next one, and
 * the old one lives for {@link #GRACE} only, because a browser that opens a page asks several
 * things at once.
 */
@Stateless
public class RememberedBrowsers {

  public static final Duration KEPT = Duration.ofDays(30);

  /**
   * A working day: a manager who thinks for an hour stays signed in where nothing is remembered.
   */
  public static final Duration IDLE = Duration.ofHours(8);

  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int LONGEST_AGENT = 300;

  @Inject private BrowserMemory memory;
  @Inject private Clock clock;

  /** What the browser is to keep instead of the token it came with. */
  public record Recognized(SignedIn person, long browser, String nextToken) {}

  /**
   * Somebody has just come in: the number of the browser from now on.
   *
   * @param agent what the browser calls itself, or null
   * @param address where it comes from, as the network says and not as a header says
   */
  public long open(SignedIn person, String agent, String address) {
    var named = agent == null ? "" : agent;
    var now = clock.instant();
    return memory.open(
        person,
        named.substring(0, Math.min(LONGEST_AGENT, named.length())),
        address,
        now.minus(IDLE),
        now);
  }

  /** The token by which this browser is recognized. */
  public String remember(SignedIn person, long browser) {
    var token = BrowserToken.random();
    memory.keep(token.hash(), person.organization(), browser, clock.instant().plus(KEPT));
    return token.text();
  }

  /** Empty for a token that is unknown, used, expired or of somebody who may not come in. */
  public Optional<Recognized> recognize(String text) {
    var now = clock.instant();
    var token = BrowserToken.of(text);
    return token
        .flatMap(known -> memory.byHash(known.hash(), now))
        .map(known -> exchanged(token.orElseThrow(), known));
  }

  /** At the sign-out of a browser that may have no session any more. */
  public void forget(String text) {
    BrowserToken.of(text).ifPresent(token -> memory.forget(token.hash(), clock.instant()));
  }

  /** At the sign-out. */
  public void forget(SignedIn person, long browser) {
    memory.forget(person.organization(), browser);
  }

  private Recognized exchanged(BrowserToken used, BrowserMemory.Known known) {
    memory.endBy(used.hash(), clock.instant().plus(GRACE));
    return new Recognized(
        known.person(), known.browser(), remember(known.person(), known.browser()));
  }
}
