package org.tulpar.translation;

import java.util.Map;

/**
 * How a thing is called.
 *
 * @param forms by language (ISO 639-1), at least one
 * @param kept it is never translated, and has one form
 * @param note for people, or null
 */
public record GlossaryTerm(long id, Map<String, String> forms, boolean kept, String note) {}
