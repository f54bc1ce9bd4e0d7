package org.tulpar.client.list;

import java.io.Serializable;

/**
 * A filter of the client list under a name, shared by the whole organization.
 *
 * @param query as {@link ClientFilter#query()} gives it
 */
public record Segment(long id, String name, String query, long userId) implements Serializable {}
