package org.tulpar.conversation.hours;

import java.time.LocalDate;

/**
 * Days on which the week does not hold, both ends included.
 *
 * @param name what people call them
 * @param hours when it is open on each of them, or null while it is closed
 */
public record SpecialDays(
    long id, String name, LocalDate first, LocalDate last, WorkingHours.Hours hours) {}
