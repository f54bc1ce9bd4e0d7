/**
 * What else is known of a client while one of her conversations is open: her tags, the latest note
 * about her, and where else she talks with the organization.
 *
 * <p>Promises: two statements a conversation, whatever is known. Leaves alone: the whole card and
 * its timeline (client), who may speak (conversation).
 */
package org.tulpar.conversation.beside;
