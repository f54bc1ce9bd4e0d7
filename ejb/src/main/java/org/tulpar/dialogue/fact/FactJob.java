package org.tulpar.dialogue.fact;

import org.tulpar.tenant.OrganizationId;

/**
 * A conversation that is to be read.
 *
 * @param revision of what was said in it, when it was claimed
 * @param attempts with this one
 */
public record FactJob(OrganizationId organization, long conversation, int revision, int attempts) {}
