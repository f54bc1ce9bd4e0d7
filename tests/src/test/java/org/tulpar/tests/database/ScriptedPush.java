package org.tulpar.tests.database;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tulpar.conversation.push.PushAddress;
import org.tulpar.conversation.push.PushGateway;
import org.tulpar.conversation.push.PushResult;
import org.tulpar.conversation.push.PushWords;

/** Push services that answer as a test says, and otherwise take everything. */
final class ScriptedPush implements PushGateway {

  private final Queue<PushResult> answers = new ArrayDeque<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** The address of a browser. */
  static PushAddress at(String name) {
    return new PushAddress("https://push.example.org/" + name, "key", "secret");
  }

  void answers(PushResult next) {
    answers.add(next);
  }

  /** Endpoint, title and body of each attempt. */
  List<String> sent() {
    return sent;
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.of("ours");
  }

  @Override
  public boolean takes(PushAddress address) {
    return address.endpoint().startsWith("https://push.example.org/");
  }

  @Override
  public PushResult send(PushAddress address, PushWords words) {
    sent.add(address.endpoint().substring(25) + " " + words.title() + " | " + words.body());
    var answer = answers.poll();
    return answer == null ? new PushResult.Taken() : answer;
  }
}
