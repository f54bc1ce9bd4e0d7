/**
 * The words that an organization puts on its clients, as its administrator keeps them tidy.
 *
 * <p>Promises: what is removed or joined comes back as it was, for thirty days. Leaves alone:
 * putting a tag on a client and taking it off (the client's card, the desk).
 */
package org.tulpar.client.tag;
