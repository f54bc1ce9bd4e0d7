/**
 * Texts in other languages: which engine translates for an organization, how much it may, what its
 * glossary says, and what was translated before.
 *
 * <p>Promises: an engine is called outside of any transaction, within the month's budget, once per
 * call; every translation comes with what it has lost or changed ({@code fidelity}). Leaves alone:
 * whose messages they are and when they are translated (dialogue), and who reads them
 * (conversation).
 */
package org.tulpar.translation;
