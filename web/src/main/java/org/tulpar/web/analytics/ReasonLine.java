package org.tulpar.web.analytics;

/**
 * Why something happened, and how often.
 *
 * @param times conversations that the bot handed over, or deals that were lost
 */
public record ReasonLine(String words, Counter times, String share) {}
