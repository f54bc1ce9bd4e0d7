package org.tulpar.dialogue.turn;

import org.tulpar.agent.Question;
import org.tulpar.tenant.OrganizationId;

/**
 * A turn that this node is answering.
 *
 * @param revision grows with every message that joins the turn
 * @param watermark id of the last client message that the question contains
 * @param question null when there is nothing to ask
 * @param overdue it has waited longer than people should
 * @param looping the client seems to be a machine, too
 */
public record ClaimedTurn(
    OrganizationId organization,
    long conversation,
    int revision,
    int attempts,
    long watermark,
    Question question,
    boolean overdue,
    boolean looping) {}
