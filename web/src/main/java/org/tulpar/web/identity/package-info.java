/**
 * The sign-in page.
 *
 * <p>Promises: it never expires, and says the same about an unknown login and a wrong password.
 * Leaves alone: the check itself (identity) and the session (security).
 */
package org.tulpar.web.identity;
