/**
 * What was done in an organization, for its administrator to read: by whom, what, when.
 *
 * <p>Promises: a page at a time, from an index whatever it is narrowed by; nothing in it can be
 * changed here. Leaves alone: who writes it down, which is everybody who does something.
 */
package org.tulpar.identity.audit;
