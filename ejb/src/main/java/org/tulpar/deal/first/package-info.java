/**
 * What an organization sells by before it has said how: one pipeline, its stages, and why a deal
 * may be lost.
 *
 * <p>Promises: a board that can be worked with at once, in the language of the organization. Leaves
 * alone: what becomes of it (deal).
 */
package org.tulpar.deal.first;
