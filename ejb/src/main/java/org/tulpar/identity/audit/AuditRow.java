package org.tulpar.identity.audit;

import java.time.Instant;
import java.util.Map;

/**
 * Something that was done.
 *
 * @param type dotted, in the past tense
 * @param person who did it, or null when it came about by itself
 * @param client the name on her card, or on that of the conversation; null without one
 * @param channel its name, or null
 * @param other the person to whom it was done, or null
 * @param thing what it was done to, or null where that is gone or is none of these
 * @param facts what else was kept of it
 */
public record AuditRow(
    long id,
    Instant at,
    String type,
    String person,
    Long conversationId,
    Long clientId,
    String client,
    String channel,
    String other,
    Thing thing,
    Map<String, String> facts) {

  /**
   * What has a page or a name of its own.
   *
   * @param kind product, partner, company, order, deal or team
   * @param name as it is called now; null for an order
   */
  public record Thing(String kind, long id, String name) {}
}
