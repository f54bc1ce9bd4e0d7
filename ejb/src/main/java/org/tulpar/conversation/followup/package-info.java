/**
 * What a person has planned to say to a client later, perhaps only if she stays silent.
 *
 * <p>Promises: each goes out at most once, whoever of the nodes comes first; a client who writes in
 * the moment of sending wins; what could not be said calls the person who planned it. No network
 * call inside a transaction. Leaves alone: when it is due (the pipeline's clock), how a reply is
 * sent (the conversation), how it is translated (translation).
 */
package org.tulpar.conversation.followup;
