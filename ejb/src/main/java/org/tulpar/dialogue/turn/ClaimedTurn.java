package org.tulpar.dialogue.turn;

import org.tulpar.agent.Question;
import org.tulpar.tenant.OrganizationId;

/**
 * A turn that this node is answering.
 *
 * @param revision grows with every message that joins the turn
 * @param watermark id of the last client message that the question contains
 * @param question null when there is nothing to ask
 */
public record ClaimedTurn(
    OrganizationId organization,
    long conversation,
    int revision,
    int attempts,
    long watermark,
    Question question) {}
