/**
 * The people of an organization as its administrator keeps them, and the password each keeps alone.
 *
 * <p>Promises: an organization never loses its last administrator; whoever is switched off is out
 * at once, on every way in; a password is known to an administrator only until its first use.
 * Leaves alone: what a leaver had in hand (whoever keeps that observes {@link
 * org.tulpar.identity.people.PersonLeft}), and the installation's own administrators.
 */
package org.tulpar.identity.people;
