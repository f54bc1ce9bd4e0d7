package org.tulpar.dialogue.media;

import java.util.UUID;
import org.tulpar.tenant.OrganizationId;

/**
 * A claimed job.
 *
 * @param drop the file is to go; else it is to be fetched
 * @param attempts with this one
 * @param bytes as the sender says, or null
 */
public record MediaJob(
    OrganizationId organization,
    UUID file,
    boolean drop,
    UUID channel,
    int attempts,
    String externalId,
    String url,
    Long bytes,
    String declaredType,
    String raw) {}
