package org.tulpar.channel.policy;

/** A template of a channel as we know it, whatever the provider thinks of it. */
public record KnownTemplate(
    long id, String name, String language, String body, int parameters, TemplateStatus status) {}
