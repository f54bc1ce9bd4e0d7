package org.tulpar.dialogue.turn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.agent.Bulkhead;

/** The operator's limits of a turn. */
@ApplicationScoped
public class TurnSettings {

  @Inject
  @ConfigProperty(name = "tulpar.llm.calls-per-organization", defaultValue = "100")
  private int callsOfOne;

  @Inject
  @ConfigProperty(name = "tulpar.llm.calls", defaultValue = "500")
  private int callsOfAll;

  @Inject
  @ConfigProperty(name = "tulpar.turn.patience", defaultValue = "PT60S")
  private Duration patience;

  @Inject
  @ConfigProperty(name = "tulpar.turn.loop-replies", defaultValue = "10")
  private int loopReplies;

  @Inject
  @ConfigProperty(name = "tulpar.turn.loop-window", defaultValue = "PT2M")
  private Duration loopWindow;

  @Inject
  @ConfigProperty(name = "tulpar.turn.loop-repeats", defaultValue = "4")
  private int loopRepeats;

  Bulkhead bulkhead() {
    return new Bulkhead(callsOfOne, callsOfAll);
  }

  LoopGuard loopGuard() {
    return new LoopGuard(loopReplies, loopWindow, loopRepeats);
  }

  /** How long a question may wait for a free place at the model before a person gets it. */
  Duration patience() {
    return patience;
  }
}
