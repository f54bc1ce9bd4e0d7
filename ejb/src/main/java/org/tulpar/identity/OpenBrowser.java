package org.tulpar.identity;

import java.time.Instant;

/**
 * A browser in which a person is signed in, as the list of them shows it.
 *
 * @param agent what it calls itself: a stranger's text
 * @param address where it came from at the sign-in, as the network said
 * @param seenAt when it last asked for something, to some minutes
 * @param remembered whether it stays signed in when it is closed
 */
public record OpenBrowser(
    long id, String agent, String address, Instant openedAt, Instant seenAt, boolean remembered) {}
