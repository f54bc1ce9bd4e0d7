package org.tulpar.agent.fact;

import org.tulpar.agent.fact.Reading.Spoken;
import org.tulpar.conversation.fact.FactKind;

/**
 * A fact that stands on a message.
 *
 * @param in the message that says it
 * @param quote its words there, as they are written
 */
public record FoundFact(Spoken in, FactKind kind, String text, String quote) {}
