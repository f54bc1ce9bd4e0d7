package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One browser asks for many things at once, and is the same person in each of them. */
@ExtendWith(OnTheServer.class)
class SessionIT {

  private static final int AT_ONCE = 8;
  private static final int EACH = 15;
  private static final List<String> PAGES =
      List.of("/inbox", "/settings/channels", "/pipelines", "/clients");

  private final Visitor visitor = new Visitor();

  @Test
  void requestsOfOneSessionAtOnceAreAllAdmitted() throws Exception {
    assertThat(visitor.signIn(Demo.read().first().user("ORG_ADMIN"))).isEqualTo("/inbox");
    var answers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Callable<List<Integer>>> visits =
          IntStream.range(0, AT_ONCE)
              .<Callable<List<Integer>>>mapToObj(n -> () -> visit(n))
              .toList();
      for (var visit : threads.invokeAll(visits)) {
        answers.addAll(visit.get());
      }
    }
    assertThat(answers).hasSize(AT_ONCE * EACH).containsOnly(200);
  }

  private List<Integer> visit(int from) {
    var seen = new ArrayList<Integer>();
    for (int i = from; i < from + EACH; i++) {
      seen.add(visitor.get(PAGES.get(i % PAGES.size())).statusCode());
    }
    return seen;
  }
}
