package org.tulpar.client.tag;

import java.io.Serializable;

/**
 * A tag and on how many clients and companies it is.
 *
 * @param clients counted up to {@link TagDesk#MOST_COUNTED}, as the companies are
 */
public record TagUse(long id, String name, int clients, int companies) implements Serializable {}
