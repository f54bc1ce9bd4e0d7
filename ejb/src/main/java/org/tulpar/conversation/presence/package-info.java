/**
 * Who looks at a conversation now, and who types in it.
 *
 * <p>Promises: whoever has not been heard of for half a minute is gone. Leaves alone: holding the
 * bot while a person types (the conversation itself).
 */
package org.tulpar.conversation.presence;
