package org.tulpar.bench.large;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.tulpar.bench.machine.Installation;

/**
 * Somebody types in a conversation while other clients of the organization write: first one now and
 * then, then two hundred messages a second for conversations other than hers.
 */
final class Typing {

  private static final int RATE = 200;
  private static final int CONVERSATIONS = 400;
  private static final Duration PAUSE = Duration.ofMillis(90);
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(2);

  /** Of keys that a keyboard has: other letters come without a press. */
  private static final String TEXT =
      "Good afternoon! Yes, there is room in July: on the 12th and on the 19th, six people a group. "
          .repeat(3);

  private final Installation installation;

  Typing(Installation installation) {
    this.installation = installation;
  }

  /** Quiet, then beside the burst. */
  List<Typed> measure(String password) throws IOException, InterruptedException, SQLException {
    var customers = new Customers(installation.url(), Door.open(installation));
    var people = new Pages(installation).heldByPeople(CONVERSATIONS + 1);
    var mine = people.getFirst();
    var others = people.subList(1, people.size()).stream().map(Pages.Held::address).toList();
    try (var desk = new Desk(installation.url())) {
      desk.opens(mine.conversation(), Seed.LOGIN, password);
      types(desk, customers, mine, "warm-up", () -> null);
      return List.of(
          types(desk, customers, mine, "nobody else writes", () -> null),
          types(
              desk,
              customers,
              mine,
              RATE + " messages a second for other conversations",
              () -> {
                customers.write(others, RATE, length());
                return null;
              }));
    }
  }

  private static Duration length() {
    return PAUSE.multipliedBy(TEXT.length());
  }

  private static Typed types(
      Desk desk, Customers customers, Pages.Held mine, String beside, Callable<?> traffic)
      throws IOException, InterruptedException {
    try (var crew = Executors.newVirtualThreadPerTaskExecutor();
        var clock = Executors.newSingleThreadScheduledExecutor()) {
      var burst = crew.submit(traffic);
      var marks = marks(clock, customers, mine.address());
      var keys = desk.types(TEXT, PAUSE);
      burst.get();
      var shown = new double[marks.size()];
      for (int i = 0; i < shown.length; i++) {
        var mark = marks.get(i).get();
        shown[i] = desk.shows(mark.word()) - (double) mark.sentAt();
      }
      Arrays.sort(shown);
      return Typed.of(beside, keys, shown);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private record Mark(String word, long sentAt) {}

  /** Her own client writes as well, now and then. */
  private static List<ScheduledFuture<Mark>> marks(
      ScheduledExecutorService clock, Customers customers, String address) {
    var marks = new ArrayList<ScheduledFuture<Mark>>();
    for (var at = BETWEEN_MARKS; at.compareTo(length()) < 0; at = at.plus(BETWEEN_MARKS)) {
      marks.add(
          clock.schedule(() -> mark(customers, address), at.toMillis(), TimeUnit.MILLISECONDS));
    }
    return marks;
  }

  private static Mark mark(Customers customers, String address)
      throws IOException, InterruptedException {
    var mark = new Mark("large-%d-".formatted(System.nanoTime()), System.currentTimeMillis());
    customers.writes(address, mark.word() + " ещё вопрос");
    return mark;
  }
}
