/**
 * The inbox: the list, one thread, the reply, and what is pushed to them.
 *
 * <p>Promises: an update never touches what a person types, where she has scrolled to or the row
 * under her pointer. Leaves alone: who may speak and what is sent (the core's conversation).
 */
package org.tulpar.web.conversation;
