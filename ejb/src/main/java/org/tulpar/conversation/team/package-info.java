/**
 * The people who answer, and the teams they form.
 *
 * <p>Promises: every list is bounded. Leaves alone: accounts and roles (identity), and who answers
 * which conversation (desk).
 */
package org.tulpar.conversation.team;
