/**
 * The line between us and a gateway: set up, paired with a phone, looked after, taken down.
 *
 * <p>Promises: while a secret is changed two are valid, so that no webhook is refused; a call of a
 * gateway is made outside of any transaction. Leaves alone: what comes in through the line
 * (dialogue) and when it is looked after (dialogue.watch).
 */
package org.tulpar.channel.line;
