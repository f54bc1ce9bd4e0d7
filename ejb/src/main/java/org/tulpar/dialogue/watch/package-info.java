/**
 * Looks after the lines: once a minute each, on one node.
 *
 * <p>Promises: a registration that a gateway lost is set again, messages that came while a line was
 * down are fetched from the gateway's history, and what stands in the way is told. Leaves alone:
 * how a line is set up (channel.line).
 */
package org.tulpar.dialogue.watch;
