package org.tulpar.agent.draft;

import org.tulpar.conversation.provenance.Provenance;

/**
 * A proposal as it was written.
 *
 * @param language in which it was to be written (ISO 639-1), or null: the client's, whatever it is
 * @param upTo the client's last message that it answers
 */
public record ReplyDraft(long id, String text, Provenance provenance, String language, long upTo) {}
