/**
 * Telegram's Bot API: its updates in, {@code sendMessage} out.
 *
 * <p>Promises: an update counts once by its {@code update_id}; a message's id is the chat's and the
 * message's together, because Telegram counts messages per chat. Leaves alone: what follows from a
 * message, and updates of channels, payments and inline mode, which are ignored with their name.
 */
package org.tulpar.integrations.telegram;
