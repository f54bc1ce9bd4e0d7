/**
 * Trouble on demand: what tests ask the outside world to do wrong.
 *
 * <p>Promises: faults are spent in the order they were ordered, each for its number of requests;
 * without orders everything works. Leaves alone: what a request means.
 */
package org.tulpar.simulator.faults;
