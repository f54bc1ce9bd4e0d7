/**
 * What a person has typed and not sent, per conversation, on whatever device.
 *
 * <p>Promises: nobody else reads it; it is gone when it is sent, and only then. Leaves alone:
 * sending.
 */
package org.tulpar.conversation.draft;
