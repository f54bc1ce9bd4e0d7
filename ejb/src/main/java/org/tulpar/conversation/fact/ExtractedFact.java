package org.tulpar.conversation.fact;

import java.time.Instant;

/**
 * What a client has told of herself.
 *
 * @param conversation in which she told it, which may be another than the open one
 * @param message in which she told it
 * @param text in the organization's language
 * @param quote her own words in that message
 * @param saidAt when she wrote it
 */
public record ExtractedFact(
    long id,
    long conversation,
    long message,
    FactKind kind,
    String text,
    String quote,
    Instant saidAt) {}
