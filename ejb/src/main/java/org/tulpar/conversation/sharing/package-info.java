/**
 * What a person tells a client that is neither words nor a file: where something is, whom to call,
 * and what to choose from.
 *
 * <p>Promises: what cannot be understood is refused and never guessed. Leaves alone: the sending.
 */
package org.tulpar.conversation.sharing;
