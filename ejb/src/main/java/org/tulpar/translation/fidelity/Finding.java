package org.tulpar.translation.fidelity;

/**
 * Something that one text says and the other does not.
 *
 * @param before as the source says it, or null: then the translation has added it
 * @param from where the source says it, in UTF-16 units, or -1
 * @param to where that ends, exclusive, or -1
 * @param after as the translation says it, or null: then the translation has lost it
 * @param at where {@code after} begins in the translation, in UTF-16 units, or -1
 */
public record Finding(Kind kind, String before, int from, int to, String after, int at) {

  /** What it is about. */
  public enum Kind {
    LINK,
    EMAIL,
    PHONE,
    DATE,
    TIME,
    PRICE,
    PERCENT,
    NUMBER,
    /** A number with letters: a flight, a room. */
    CODE,
    /** Of the glossary. */
    TERM,
    NAME
  }
}
