/**
 * What the AI writes for a person: asked for, stopped and decided about beside the page's own
 * requests, which go one after another and would wait for the model.
 *
 * <p>Promises: every refusal comes with its sentence. Leaves alone: writing it (agent) and sending
 * it, which goes the way of all that is typed.
 */
package org.tulpar.web.conversation.proposal;
