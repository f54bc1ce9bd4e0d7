package org.tulpar.agent.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.LanguageModelUnavailable;

/** Has the model read a conversation. */
@ApplicationScoped
public class FactFinder {

  private static final FoundFacts NOTHING = new FoundFacts(List.of(), List.of());

  @Inject private LanguageModel model;

  /** Blocks for seconds, so it holds no transaction and no connection. */
  public FoundFacts find(Reading reading) throws LanguageModelUnavailable, AnswerUnreadable {
    if (!reading.isWorthIt()) {
      return NOTHING;
    }
    var task = new FactTask(reading);
    var answer = model.complete(task.orders(), task.material(), reading.agent().model());
    return new FactAnswer(reading).read(answer.text());
  }
}
