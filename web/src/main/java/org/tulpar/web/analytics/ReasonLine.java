package org.tulpar.web.analytics;

/** Why the bot called a person, and how often. */
public record ReasonLine(String words, Counter conversations, String share) {}
