/**
 * The channels of an organization as a page: made, paired with a phone, looked after.
 *
 * <p>Promises: a state is a word and a colour, and changes on the page when it changes at the
 * gateway. Leaves alone: who may do it and how it is done (channel.line).
 */
package org.tulpar.web.channel;
