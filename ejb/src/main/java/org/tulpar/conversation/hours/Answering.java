package org.tulpar.conversation.hours;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/** Knows and keeps when people answer, how soon, and who is given what. */
@Stateless
public class Answering {

  private static final int LONGEST = 10080; // minutes: a week of working time

  /** Everything that is set. */
  public record Rules(WorkingHours hours, Promise promise, List<ChannelRule> channels) {}

  @Inject private HoursRows rows;

  /** What is promised to clients now. */
  public Promises promises() {
    return new Promises(
        rows.organization(),
        rows.channels().stream().collect(Collectors.toMap(ChannelRule::id, ChannelRule::promise)),
        rows.hours(),
        rows.zone());
  }

  public Rules rules() {
    return new Rules(rows.hours(), rows.organization(), rows.channels());
  }

  /**
   * @throws HoursRefused when a day closes before it opens, or a promise is no time
   */
  public void save(Rules rules, long userId) {
    for (var open : rules.hours().week().values()) {
      require(open.opens().isBefore(open.closes()), "day");
    }
    check(rules.promise());
    rules.channels().forEach(channel -> check(channel.promise()));
    rows.put(rules.hours());
    rows.put(rules.promise());
    rules.channels().forEach(rows::put);
    rows.record(userId);
  }

  private static void check(Promise promise) {
    require(fits(promise.first()) && fits(promise.next()), "minutes");
  }

  private static boolean fits(Integer minutes) {
    return minutes == null || minutes > 0 && minutes <= LONGEST;
  }

  private static void require(boolean holds, String reason) {
    if (!holds) {
      throw new HoursRefused(reason);
    }
  }
}
