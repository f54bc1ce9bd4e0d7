/**
 * Products with their prices and departures from a file.
 *
 * <p>Promises: a row finds its product by code, else by name; a price that would hold on a day on
 * which another one holds is named before anything changes, also when the other one stands in the
 * same file; what is there already is never replaced, so that a file may be brought again. Leaves
 * alone: how a file is read and worked off (transfer).
 */
package org.tulpar.catalog.transfer;
