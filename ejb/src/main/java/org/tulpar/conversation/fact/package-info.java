/**
 * What clients have told of themselves in what they write, each with the message that says it, and
 * how near to buying that makes them.
 *
 * <p>Promises: a fact never stands without its message; what a person calls wrong stays away.
 * Leaves alone: how facts are found (agent) and when (dialogue).
 */
package org.tulpar.conversation.fact;
