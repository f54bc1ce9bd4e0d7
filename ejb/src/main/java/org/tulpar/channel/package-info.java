/**
 * A connected number or account, what comes in through it and what goes out.
 *
 * <p>Promises: one language for all providers: {@link org.tulpar.channel.ChannelEvent} in, {@link
 * org.tulpar.channel.SendResult} out. A new provider implements {@link
 * org.tulpar.channel.ChannelPayloads} and {@link org.tulpar.channel.ChannelGateway} and adds one
 * constant. Leaves alone: who the client is, and who may speak.
 */
package org.tulpar.channel;
