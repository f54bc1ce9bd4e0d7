package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * All steps of a lane at once, over the same conversations: nobody waits for each other for ever.
 */
class ContentionTest {

  private static final int ROUNDS = 60;
  private static final int PEOPLE = 3;

  @Test
  void arrivingDecidingAndSendingDoNotBlockEachOther() throws Exception {
    var pipeline = Pipeline.ofNewOrganization(0);
    var work = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 2; i++) {
      var writer = "writer" + i;
      work.add(() -> arrive(pipeline, writer));
      work.add(() -> decide(pipeline));
      work.add(() -> send(pipeline));
    }
    try (var executor = Executors.newFixedThreadPool(work.size())) {
      for (var done : executor.invokeAll(work)) {
        assertThat(done.get()).isEqualTo(ROUNDS);
      }
    }
    assertThat(
            pipeline.look(
                "select count(*) from message where organization_id = ? and direction = 'IN'"))
        .isEqualTo(String.valueOf(2 * ROUNDS * PEOPLE));
  }

  private static int arrive(Pipeline pipeline, String writer) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (int person = 0; person < PEOPLE; person++) {
        var id = writer + "-" + round + "-" + person;
        pipeline.ingest(id);
        pipeline.resolve(Incoming.from("7701000001%d@s.whatsapp.net".formatted(person), id, id));
      }
    }
    return ROUNDS;
  }

  private static int decide(Pipeline pipeline) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (var turn : pipeline.turns.claim(Pipeline.WORKER, "90 seconds")) {
        pipeline.turns.finish(turn, Pipeline.WORKER, "REPLY", "answer");
      }
    }
    return ROUNDS;
  }

  private static int send(Pipeline pipeline) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (var claimed : pipeline.outbox.claim()) {
        pipeline.outbox.mark(claimed.message(), "SENT", "E-" + claimed.message(), null);
      }
    }
    return ROUNDS;
  }
}
