/**
 * The people who write to us.
 *
 * <p>Promises: one client per person and as many identities as the messengers give her; a name and
 * a phone may be absent. Leaves alone: what was said (conversation).
 */
package org.tulpar.client;
