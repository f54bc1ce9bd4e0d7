/**
 * The page of a file that is imported, whatever it is about: chosen columns, wrong rows, progress;
 * and the file that a browser takes away.
 *
 * <p>Promises: one next step at a time, and each of them can be looked at again by its address.
 * Leaves alone: what the rows become (the core's transfer).
 */
package org.tulpar.web.transfer;
