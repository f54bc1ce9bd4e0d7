/**
 * Tables from a file and into a file, whatever they are about.
 *
 * <p>Promises: a file is read within limits, whatever it claims to be, and nothing in it is
 * executed; nothing is changed before every row was checked and a person has seen what is wrong;
 * the work is done in portions that each commit, so that it is seen as it goes and goes on after an
 * interruption; an import can be undone; a spreadsheet takes no cell of an export for a formula.
 * Leaves alone: what a row becomes (port {@link org.tulpar.transfer.Importer}).
 */
package org.tulpar.transfer;
