package org.tulpar.translation.fidelity;

/**
 * A text in a language.
 *
 * @param language ISO 639-1, or null when nobody knows
 */
public record Words(String text, String language) {}
