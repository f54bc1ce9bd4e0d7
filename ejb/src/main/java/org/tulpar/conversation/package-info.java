/**
 * The dialogue of one client in one channel: who may speak in it, what was said, and how far it
 * came.
 *
 * <p>Promises: taking over, returning to the bot and replying are single transactions that leave an
 * audit row; every committed change is told as {@link org.tulpar.conversation.ConversationChanged}.
 * Leaves alone: when the bot answers and how a message is sent (dialogue), and who the person at
 * the screen is (identity).
 */
package org.tulpar.conversation;
