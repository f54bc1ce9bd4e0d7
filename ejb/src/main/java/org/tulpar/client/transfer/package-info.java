/**
 * Clients from a file and into a file.
 *
 * <p>Promises: a file is read within limits, whatever it claims to be, and nothing in it is
 * executed; nobody is changed before every row was checked and a person has seen what is wrong; the
 * work is done in portions that each commit, so that it is seen as it goes and goes on after an
 * interruption; an import can be undone; a spreadsheet takes no cell of an export for a formula.
 * Leaves alone: what may stand in a card ({@code field}).
 */
package org.tulpar.client.transfer;
