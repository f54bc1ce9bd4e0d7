/**
 * What the bot says: rules first, then an AI agent.
 *
 * <p>Promises: a decision ({@link org.tulpar.agent.AgentDecision}), never a side effect. Leaves
 * alone: when to ask, and whether the answer may still be sent (dialogue).
 */
package org.tulpar.agent;
