package org.tulpar.bench.large;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks for each page so many times, one after the other, after it was warmed up. */
final class Timings {

  private static final int WARM = 10;

  private final Visitor visitor;
  private final int times;

  Timings(Visitor visitor, int times) {
    this.visitor = visitor;
    this.times = times;
  }

  Timed page(String path) throws IOException, InterruptedException {
    for (int i = 0; i < WARM; i++) {
      visitor.page(path);
    }
    var answers = new ArrayList<Visitor.Answer>();
    for (int i = 0; i < times; i++) {
      answers.add(visitor.page(path));
    }
    return Timed.of(path, answers);
  }

  /** One conversation after another in a page that lists them all, as a click on a row does it. */
  Timed opening(List<Long> conversations) throws IOException, InterruptedException {
    var list = "/inbox?tab=ALL";
    var page = visitor.page(list);
    var answers = new ArrayList<Visitor.Answer>();
    for (var conversation : conversations) {
      answers.add(open(list, page, conversation));
    }
    return Timed.of(
        "open a conversation (a click on its row)", answers.subList(WARM, answers.size()));
  }

  /** So many conversations are needed for {@link #opening}. */
  int needed() {
    return WARM + times;
  }

  Visitor.Answer open(String list, Visitor.Answer page, long conversation)
      throws IOException, InterruptedException {
    return visitor.partial(list, page, "inboxChoose", Map.of("c", Long.toString(conversation)));
  }
}
