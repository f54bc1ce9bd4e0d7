/**
 * Tulpar beside the stack that such bots are usually built on, on one machine in one run: in turns,
 * medians of several rounds, disturbed runs thrown away.
 *
 * <p>Promises: both get the same messages from the same driver, the same PostgreSQL programs and
 * settings of durability; what one is measured with is written beside the figure.
 */
package org.tulpar.bench.compare;
