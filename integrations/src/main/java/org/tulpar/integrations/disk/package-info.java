/**
 * Files on this machine's disk.
 *
 * <p>Promises: a file is there whole or not at all, readable by us alone, under a name that nobody
 * else has chosen. Leaves alone: copies of it; {@code docs/operations.md} says how to keep them.
 */
package org.tulpar.integrations.disk;
