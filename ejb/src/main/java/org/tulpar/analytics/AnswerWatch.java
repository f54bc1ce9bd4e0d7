package org.tulpar.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows one conversation and finds the answers of people that a client waited for. A wait begins
 * when the bot calls a person, when a person is given a client who has asked, or when a client
 * writes to a person who has the word; it ends with the first message of a person. Who steps in
 * with a message of her own accord was not waited for.
 */
final class AnswerWatch {

  private static final Duration LAST_WORDS = Duration.ofMinutes(1);

  private final List<HumanAnswer> answers = new ArrayList<>();

  /** Moments at which a person's message was stored: what took the word then, came with it. */
  private final Set<Instant> written = new HashSet<>();

  private final Set<Instant> takenByWriting = new HashSet<>();

  /** Who has the word; null while nothing tells. */
  private Boolean personHasWord;

  /** Since when the person has it. */
  private Instant wordSince;

  private Instant since;

  /** The first word of a client while nothing tells who has the word. */
  private Instant asked;

  private boolean clientSpokeLast;

  private AnswerWatch(List<Said> said) {
    for (var one : said) {
      if (one.kind() == Said.Kind.MANAGER) {
        written.add(one.storedAt());
      }
    }
    for (var one : said) {
      if (one.kind() == Said.Kind.TO_PERSON && written.contains(one.at())) {
        takenByWriting.add(one.at());
      }
    }
  }

  /**
   * @param said of one conversation, in the order of time
   */
  static List<HumanAnswer> answers(List<Said> said) {
    var watch = new AnswerWatch(said);
    said.forEach(watch::see);
    return watch.answers;
  }

  private void see(Said one) {
    switch (one.kind()) {
      case CLIENT -> clientSpoke(one.at());
      case BOT -> botSpoke(one.at());
      case MANAGER -> personSpoke(one);
      case HANDED_OVER -> handedOver(one.at());
      case TO_PERSON -> given(one.at());
      case TO_BOT -> givenBack();
    }
  }

  private void clientSpoke(Instant at) {
    clientSpokeLast = true;
    if (personHasWord == null) {
      asked = asked == null ? at : asked;
    } else if (personHasWord && since == null) {
      since = at;
    }
  }

  /** With its last words the bot hands over; beyond them only who has the word speaks. */
  private void botSpoke(Instant at) {
    clientSpokeLast = false;
    asked = null;
    if (personHasWord == null || !personHasWord || at.isAfter(wordSince.plus(LAST_WORDS))) {
      personHasWord = false;
      since = null;
    }
  }

  private void personSpoke(Said one) {
    var steppedIn = takenByWriting.contains(one.storedAt());
    var waited = personHasWord == null ? steppedIn ? null : asked : since;
    if (waited != null) {
      answers.add(
          new HumanAnswer(
              one.conversation(), one.channel(), one.id(), one.userId(), waited, one.at()));
    }
    giveToPerson(one.at());
    since = null;
    asked = null;
    clientSpokeLast = false;
  }

  private void handedOver(Instant at) {
    giveToPerson(at);
    since = since == null ? at : since;
  }

  private void given(Instant at) {
    if (!takenByWriting.contains(at) && (personHasWord == null || !personHasWord)) {
      giveToPerson(at);
      since = clientSpokeLast ? at : null;
    }
  }

  private void giveToPerson(Instant at) {
    personHasWord = true;
    wordSince = at;
  }

  private void givenBack() {
    personHasWord = false;
    since = null;
    asked = null;
  }
}
