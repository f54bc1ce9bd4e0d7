/**
 * The words that an organization puts on its clients and companies, as its administrator keeps them
 * tidy.
 *
 * <p>Promises: what is removed or joined comes back as it was, for thirty days. Leaves alone:
 * putting a tag on somebody and taking it off (the card, the company's page, the desk).
 */
package org.tulpar.client.tag;
