/**
 * What every measurement needs of the machine: programs, an installation, words for what it ran on.
 *
 * <p>Promises: loopback only, and nothing but the installation that was named is started or
 * stopped.
 */
package org.tulpar.bench.machine;
