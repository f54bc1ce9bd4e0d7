/**
 * How an organization comes to be: by the super-admin, or by a program of the operator's.
 *
 * <p>Promises: all of it or nothing, in one transaction, through the services by which an
 * organization keeps itself; whoever asks twice under one key has one organization. It is written
 * as any other row, by the application's role for the one organization in scope: no role of the
 * database may do more because of it. What only the organization can say is left to its
 * administrator: its hours, its prices, what its bot says; until then a person answers. The demo is
 * not opened so: it is written before the server starts.
 */
package org.tulpar.operations.opening;
