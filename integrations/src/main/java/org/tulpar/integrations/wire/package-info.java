/**
 * What all providers' wire formats have in common: JSON within limits, text that can be stored, ids
 * that fit into an index, and the time a provider asks us to wait.
 *
 * <p>Promises: bad input is {@link org.tulpar.channel.UnreadablePayload} or absent, never another
 * error. Leaves alone: what any provider means by it.
 */
package org.tulpar.integrations.wire;
