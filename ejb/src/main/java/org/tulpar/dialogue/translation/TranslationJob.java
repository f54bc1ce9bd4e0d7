package org.tulpar.dialogue.translation;

import java.util.List;
import org.tulpar.tenant.OrganizationId;

/**
 * A claimed job.
 *
 * @param attempts with this one
 * @param client who it is talked with
 * @param inbound the client wrote it
 * @param language of the client, or null while unknown
 * @param names of people that may be mentioned
 * @param previous what was said before, or null
 * @param targets languages in which it is to be read and is not yet
 */
public record TranslationJob(
    OrganizationId organization,
    long message,
    int attempts,
    long conversation,
    long client,
    boolean inbound,
    String text,
    String language,
    List<String> names,
    String previous,
    List<String> targets) {}
