/**
 * The funnel: deals on a board, a stage a column.
 *
 * <p>Promises: counts and sums are the database's, over the whole filter and never over what is
 * loaded; currencies are never added together; a card moved by two people at once is moved by one,
 * and the other is told. Leaves alone: what was said to the client (conversation).
 */
package org.tulpar.deal;
