/**
 * Who is on the other side of a request, for the whole request: sign-in, remembered browsers,
 * sessions, the organization's scope, headers.
 *
 * <p>Promises: behind every path that needs a sign-in the thread works for the organization of the
 * session and no other. Leaves alone: the check of a password (identity) and webhooks, which prove
 * themselves otherwise.
 */
package org.tulpar.web.security;
