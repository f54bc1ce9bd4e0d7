package org.tulpar.channel;

import java.util.List;

/**
 * A text that the provider approved beforehand, called by its name.
 *
 * @param language as the provider spells it, for example {@code ru} or {@code en_US}
 * @param parameters for the places {@code {{1}}}, {@code {{2}}} … in their order
 */
public record TemplateMessage(String name, String language, List<String> parameters) {}
