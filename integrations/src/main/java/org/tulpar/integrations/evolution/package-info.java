/**
 * Evolution API (2.3, channels Baileys, WhatsApp Business and Evolution) in our words.
 *
 * <p>Promises: {@link org.tulpar.integrations.evolution.EvolutionPayloads} reads any body without
 * failing otherwise than by {@code UnreadablePayload}, and what it says fits into PostgreSQL;
 * {@link org.tulpar.integrations.evolution.EvolutionGateway} never calls a message unsent that may
 * have left. Leaves alone: storing, order, and whether to send again.
 */
package org.tulpar.integrations.evolution;
