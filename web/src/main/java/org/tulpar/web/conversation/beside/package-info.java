/**
 * What stands around the open conversation on its client's card: tags, the latest note, other
 * conversations, the hour where she is.
 *
 * <p>Promises: read once a response, however many parts of the page ask. Leaves alone: what is done
 * about them (desk) and the whole card (client).
 */
package org.tulpar.web.conversation.beside;
