package org.tulpar.translation.fidelity;

import java.util.Set;

/**
 * A piece of text that must survive.
 *
 * @param at where it begins in the text as it was written
 * @param readings what it may mean; one of them must be found on the other side
 * @param required false for words: they may stand for a figure on the other side and demand none
 */
record Fact(Finding.Kind kind, String text, int at, Set<Reading> readings, boolean required) {}
