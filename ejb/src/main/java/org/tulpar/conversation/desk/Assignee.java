package org.tulpar.conversation.desk;

/** Who is to answer. */
public sealed interface Assignee {

  /** One person; the bot, if it had the word, is silent from then on. */
  record Person(long userId) implements Assignee {}

  /** Whoever of the team comes first. */
  record OfTeam(long teamId) implements Assignee {}

  /** Back onto the pile that everybody sees. */
  record Nobody() implements Assignee {}
}
