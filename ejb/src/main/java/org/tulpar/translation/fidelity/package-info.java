/**
 * Whether what a text says in figures, dates, addresses and names is said by its translation too.
 *
 * <p>Promises: pure functions over two texts, the same answer for the same texts; what could be
 * meant in several ways ({@code 1.234}, {@code 05/07}) agrees with whatever agrees with one of
 * them. Leaves alone: grammar and style, and what becomes of a finding.
 */
package org.tulpar.translation.fidelity;
