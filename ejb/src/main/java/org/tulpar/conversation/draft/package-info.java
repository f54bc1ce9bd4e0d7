/**
 * What a person has typed and not sent, per conversation, on whatever device.
 *
 * <p>Promises: nobody else reads it; it is gone when it is sent. Leaves alone: sending.
 */
package org.tulpar.conversation.draft;
