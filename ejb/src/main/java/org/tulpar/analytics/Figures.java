package org.tulpar.analytics;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a period came to.
 *
 * @param countedAt how fresh it is, or null before the first count
 * @param days all of the period, the earliest first
 * @param channels those that had anything to do, the busiest first
 * @param people who wrote or answered, the busiest first
 * @param reasons why the bot called a person, the most frequent first
 */
public record Figures(
    Instant countedAt,
    Period period,
    Whole whole,
    Whole before,
    List<Day> days,
    List<Channel> channels,
    List<Person> people,
    List<Reason> reasons)
    implements Serializable {

  /** All channels and people together. */
  public record Whole(Dialogues dialogues, Waits waits) implements Serializable {}

  /**
   * Conversations.
   *
   * @param asked in which the client wrote
   * @param alone of these: the bot answered, called nobody, and no person wrote
   * @param handedOver in which the bot called a person
   */
  public record Dialogues(long asked, long alone, long handedOver) implements Serializable {

    static final Dialogues NONE = new Dialogues(0, 0, 0);

    /** Null where nobody asked. */
    public Integer share() {
      return asked == 0 ? null : (int) Math.round(100.0 * alone / asked);
    }
  }

  /**
   * Answers of people that clients waited for. Times are seconds of working time.
   *
   * @param conversations in which they were given
   * @param median null without an answer, as the other
   * @param most nine of ten were given within this time
   */
  public record Waits(long answers, long conversations, Long median, Long most)
      implements Serializable {

    static final Waits NONE = new Waits(0, 0, null, null);
  }

  /**
   * Messages of a day.
   *
   * @param late answers of people that took longer than {@link Dashboard#LATE_SECONDS}
   * @param asked conversations in which the client wrote
   */
  public record Day(LocalDate date, long client, long bot, long person, long late, long asked)
      implements Serializable {}

  /** Who wrote how much: clients, the bot, people. */
  public record Messages(long client, long bot, long person) implements Serializable {

    static final Messages NONE = new Messages(0, 0, 0);
  }

  public record Channel(UUID id, String name, Dialogues dialogues, Messages messages, Waits waits)
      implements Serializable {}

  /**
   * @param id 0 for the telephone
   * @param name null for the telephone
   * @param messages that she wrote
   */
  public record Person(long id, String name, long messages, Waits waits) implements Serializable {}

  /**
   * @param code a key of the messages, see {@code org.tulpar.agent.Handovers}
   */
  public record Reason(String code, long conversations) implements Serializable {}
}
