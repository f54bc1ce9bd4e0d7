package org.tulpar.tests.database;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.tulpar.agent.Completion;
import org.tulpar.agent.LanguageModel;
import org.tulpar.agent.LanguageModelUnavailable;

/**
 * A model that says always the same, at once or when it is let, and remembers what it was asked.
 */
final class HeldModel implements LanguageModel {

  private final String words;
  private final List<String> prompts = new CopyOnWriteArrayList<>();
  private final List<List<Line>> dialogues = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch answers = new CountDownLatch(0);
  private volatile boolean down;

  HeldModel(String words) {
    this.words = words;
  }

  /** From now on it thinks until {@link #answers()}. */
  void thinks() {
    answers = new CountDownLatch(1);
  }

  void answers() {
    answers.countDown();
  }

  void isDown(boolean now) {
    down = now;
  }

  /** How often. */
  int asked() {
    return dialogues.size();
  }

  List<String> prompts() {
    return prompts;
  }

  List<List<Line>> dialogues() {
    return dialogues;
  }

  @Override
  public Completion complete(String prompt, List<Line> dialogue, String model)
      throws LanguageModelUnavailable {
    prompts.add(prompt);
    dialogues.add(dialogue);
    if (down) {
      throw new LanguageModelUnavailable("down", null);
    }
    try {
      answers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LanguageModelUnavailable("stopping", e);
    }
    return new Completion(words, "small", 812, 40);
  }
}
