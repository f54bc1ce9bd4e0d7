/**
 * Chat2Desk: what clients write and what its operators answer in, messages out.
 *
 * <p>Promises: an operator's answer over there silences the bot like one typed on the phone, and
 * our own sends, which Chat2Desk reports in the same event, do not. Leaves alone: Chat2Desk's
 * dialogs, tags and requests, which are ignored with their name. Its limit of requests a minute is
 * {@link org.tulpar.channel.ChannelType}'s.
 */
package org.tulpar.integrations.chat2desk;
