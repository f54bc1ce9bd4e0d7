/**
 * The people who write to us: found, opened, edited, tagged.
 *
 * <p>Promises: one card per person and as many identities as the messengers give her; a name and a
 * phone may be absent; a list is read from indexes whatever its length; what two people save at the
 * same time is never lost silently. Leaves alone: what was said (conversation) and the deals
 * (funnel), of which it shows rows only; bringing cards together ({@code merge}) and in and out
 * ({@code transfer}).
 */
package org.tulpar.client;
