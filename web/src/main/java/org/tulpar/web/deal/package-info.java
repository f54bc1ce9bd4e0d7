/**
 * The board of the funnel, a deal's panel beside it, and how a funnel is set up.
 *
 * <p>Promises: what a person drags or types is never moved by news; every number in a column's head
 * is of the whole column. Leaves alone: what a move means (the core's deal) and the conversation in
 * the panel (web.conversation).
 */
package org.tulpar.web.deal;
