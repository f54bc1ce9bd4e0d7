/**
 * The second step of the sign-in: a code of an app on a person's telephone (RFC 6238), or a
 * recovery code.
 *
 * <p>Promises: a code opens once, guesses are counted as those of a password are, and neither the
 * secret nor a recovery code can be read in the database. Leaves alone: the first step (identity),
 * how it looks and what a session is (the web edge).
 */
package org.tulpar.identity.second;
