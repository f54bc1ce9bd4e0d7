/**
 * How a person begins to talk with a client who has not written: by which channels she can be
 * reached, where a message would go, and the conversation in which it is said.
 *
 * <p>Promises: nothing is sent before somebody sends it; there is one conversation, whoever begins
 * it at the same time; the client's answer finds the same client and the same conversation; one in
 * which nothing was said is taken away again. Leaves alone: what the messenger takes when (the
 * channel's policy), and the sending.
 */
package org.tulpar.conversation.begin;
