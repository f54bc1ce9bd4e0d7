package org.tulpar.client.tag;

import java.io.Serializable;

/**
 * A tag and on how many clients it is.
 *
 * @param clients counted up to {@link TagDesk#MOST_COUNTED}
 */
public record TagUse(long id, String name, int clients) implements Serializable {}
