package org.tulpar.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * A key of a connected program, as it is listed; its text is shown once, when it is made.
 *
 * @param usedAt when it was last used, to the minute, or null
 */
public record ApiToken(long id, String name, String madeBy, Instant madeAt, Instant usedAt)
    implements Serializable {}
