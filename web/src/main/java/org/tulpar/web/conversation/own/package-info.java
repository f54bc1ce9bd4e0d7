/**
 * What a person does beside writing: she changes her own messages, sends a place or a contact.
 *
 * <p>Promises: nothing is done twice for one key; a no is told in words. Leaves alone: who may, and
 * for how long.
 */
package org.tulpar.web.conversation.own;
