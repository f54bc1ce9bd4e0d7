package org.tulpar.agent;

/** Why the bot called a person: keys of the system line in the thread. */
public final class Handovers {

  public static final String KEYWORD = "system.handed_over.asked_for_human";
  public static final String NO_AGENT = "system.handed_over.no_agent";
  public static final String MODEL_UNAVAILABLE = "system.handed_over.model_unavailable";

  public static final String MODEL_BUSY = "system.handed_over.model_busy";
  public static final String LOOP = "system.handed_over.loop";

  /** What the bot wanted to say cannot be kept. */
  public static final String UNSTORABLE = "system.handed_over.unstorable";

  private Handovers() {}
}
