/**
 * What may be sent through a channel now: a free text, or only a template that the provider
 * approved.
 *
 * <p>Promises: one answer for the person at the composer and for the bot at the gateway. Leaves
 * alone: who has the word, and how fast one may send.
 */
package org.tulpar.channel.policy;
