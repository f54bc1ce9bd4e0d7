/**
 * What the super-admin watches: jobs, backups and their proof.
 *
 * <p>Promises: a backup is green only when its dump was restored and compared. Leaves alone: how a
 * dump is made (port {@link org.tulpar.operations.DatabaseDump}).
 */
package org.tulpar.operations;
