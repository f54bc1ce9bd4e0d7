package org.tulpar.translation.fidelity;

import java.math.BigDecimal;

/** One thing that a piece of text may mean. */
sealed interface Reading {

  record Amount(BigDecimal value) implements Reading {}

  /**
   * @param currency ISO 4217
   */
  record Money(BigDecimal value, String currency) implements Reading {}

  record Percent(BigDecimal value) implements Reading {}

  /**
   * @param year or null
   */
  record Day(int day, int month, Integer year) implements Reading {}

  record Month(int month) implements Reading {}

  /** Monday is 1. */
  record Weekday(int day) implements Reading {}

  record Hour(int hour, int minute) implements Reading {}

  /** Means itself, to the letter. */
  record Literal(String text) implements Reading {}
}
