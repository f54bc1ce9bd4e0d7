/**
 * How far an organization has come from its first sign-in to its first answered client.
 *
 * <p>Promises: a step is done because its fact is there, so it is undone when the fact goes; only
 * the wish to see no more steps is remembered. Leaves alone: the pages on which a step is done.
 */
package org.tulpar.conversation.welcome;
