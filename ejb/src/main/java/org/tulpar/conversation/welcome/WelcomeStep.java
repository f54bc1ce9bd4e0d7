package org.tulpar.conversation.welcome;

/** What an organization needs before it works with clients, in the order of doing. */
public enum WelcomeStep {
  /** It has said its name and where its clock stands. */
  COMPANY,
  /** A channel is connected to its messenger. */
  CHANNEL,
  /** It has said what it offers; examples do not count. */
  PRICES,
  /** It has said when people answer. */
  HOURS,
  /** Somebody else works here, too. */
  PEOPLE,
  /** A person has answered a client. */
  ANSWER,
  /** Its administrator has declared that it works. */
  LIVE
}
