/**
 * Faults on purpose: an installation of its own is loaded with customers' messages while parts of
 * it are killed, stopped, restarted or refused, and what was lost, doubled or turned round is
 * counted at the simulated gateway.
 *
 * <p>Promises: everything happens on loopback, in bounded numbers, and ends by itself; only
 * processes of its own installation are ended. Leaves alone: how fast anything is (the comparison).
 */
package org.tulpar.bench.faults;
