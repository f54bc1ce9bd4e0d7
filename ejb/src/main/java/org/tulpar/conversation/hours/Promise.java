package org.tulpar.conversation.hours;

/**
 * Within how many working minutes a person answers.
 *
 * @param first her first answer in a conversation, or null for no promise
 * @param next each further one, or null
 */
public record Promise(Integer first, Integer next) {

  public static final Promise NONE = new Promise(null, null);
}
