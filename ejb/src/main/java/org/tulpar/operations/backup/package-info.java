/**
 * The daily backup and its proof.
 *
 * <p>Promises: a backup is green only when its dump was restored and compared, one backup runs at a
 * time over all nodes, and a red one leaves the earlier ones untouched. Leaves alone: how a dump is
 * made (port {@link org.tulpar.operations.backup.DatabaseDump}).
 */
package org.tulpar.operations.backup;
