package org.tulpar.client;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened with a client.
 *
 * @param place when, and where in the timeline
 * @param event dotted, past tense, as in the audit; {@code conversation}, {@code note} and {@code
 *     conversation.note} for what is no event
 * @param person name of the person who did it, or null
 * @param conversationId where it happened, or null
 * @param text what was written, the deal's title, or the reason; or null
 * @param detail the channel's name, or the stage; or null
 * @param messages how many messages a conversation has, at most 1000
 * @param reference the merge that can be undone, or null
 * @param client her name, else her phone with plus, or null when there is neither
 * @param facts what else the audit keeps of it, as what was written on a deal; or empty
 */
public record TimelineLine(
    TimelinePlace place,
    String event,
    String person,
    Long conversationId,
    String text,
    String detail,
    int messages,
    Long reference,
    long clientId,
    String client,
    Map<String, String> facts) {

  public Instant at() {
    return place.at();
  }
}
