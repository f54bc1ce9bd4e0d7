package org.tulpar.dialogue.outbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tulpar.conversation.Takeover.BotSilenced;

/**
 * The near side of the fence: what this node has claimed before a person takes the word, and has
 * not started, does not start. Whoever takes the word says so while the conversation is hers alone,
 * before she commits; what is claimed later asks the database.
 */
@ApplicationScoped
public class Fence {

  /** More than ever take the word while a claimed message waits for its start. */
  private static final int MOST = 10_000;

  private final Map<Long, Long> raised = new LinkedHashMap<>();
  private long steps;

  public synchronized void raise(@Observes BotSilenced silenced) {
    raised.remove(silenced.conversationId());
    raised.put(silenced.conversationId(), ++steps);
    if (raised.size() > MOST) {
      raised.remove(raised.keySet().iterator().next());
    }
  }

  /** The present moment, by what has been raised so far. */
  synchronized long moment() {
    return steps;
  }

  /** Whether somebody has taken the word in the conversation since that moment. */
  synchronized boolean isRaised(long conversation, long since) {
    return raised.getOrDefault(conversation, 0L) > since;
  }
}
