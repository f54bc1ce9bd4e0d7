/**
 * Backups with PostgreSQL's own tools: {@code pg_dump} and {@code pg_restore} as child processes.
 *
 * <p>Promises: a dump and the note of what it holds are of one instant; a file has its final name
 * only when it is complete and on the disk; a restore touches nothing but a scratch database, which
 * is dropped. Leaves alone: when to dump, what counts as proven, and how long to keep (operations).
 */
package org.tulpar.integrations.pgdump;
