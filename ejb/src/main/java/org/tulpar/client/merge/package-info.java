/**
 * Cards of one person become one card, and can be parted again.
 *
 * <p>Promises: nothing is lost by a merge and nothing is left by undoing it; what came meanwhile
 * stays with its conversation. Both are one transaction in the database ({@code merge_clients},
 * {@code undo_merge}), whoever merges: a person here, or the pipeline when a messenger tells that
 * two identities are one person. Leaves alone: guessing by name.
 */
package org.tulpar.client.merge;
