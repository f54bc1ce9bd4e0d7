package org.tulpar.conversation.fact;

import java.util.List;

/**
 * A client as somebody who may buy.
 *
 * @param facts what decides first, of one kind the latest first
 * @param score null where she has told nothing yet
 */
public record Lead(List<ExtractedFact> facts, LeadScore score) {}
