/**
 * Who works here: users, their roles, the check of a password and the memory of a browser.
 *
 * <p>Promises: whoever is not known, not active or does not know the password learns nothing about
 * which of the three it was, and pays the same time. Leaves alone: cookies, sessions and pages (the
 * web edge) and what a role may do in a feature.
 */
package org.tulpar.identity;
