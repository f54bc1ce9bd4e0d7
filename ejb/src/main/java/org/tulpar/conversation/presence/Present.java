package org.tulpar.conversation.presence;

import org.tulpar.conversation.draft.DraftKind;

/**
 * Somebody else who looks at the conversation.
 *
 * @param typing what she types, or null
 */
public record Present(long userId, String name, DraftKind typing) {}
