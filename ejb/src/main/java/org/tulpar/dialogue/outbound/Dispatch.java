package org.tulpar.dialogue.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tulpar.channel.SendResult;
import org.tulpar.dialogue.outbound.Outbox.Holds;

/**
 * Brings claimed messages to their gateways: a conversation in its order, conversations side by
 * side, channels without touching each other. A message that could not start soon after it was
 * claimed, be it for want of room for its file, or before a person took the word, goes back and
 * through the fence again.
 */
final class Dispatch {

  /** Later than this the fence's word is old: people take the word on other nodes, too. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private static final Duration NO_ROOM_PAUSE = Duration.ofSeconds(1);

  private final Executor threads;
  private final Function<Outgoing, SendResult> gateway;
  private final Consumer<Delivered> results;
  private final Fence fence;
  private final Clock clock;
  private final FileRoom room = new FileRoom();
  private final Map<UUID, ChannelLine> lines = new ConcurrentHashMap<>();

  /**
   * When messages were taken.
   *
   * @param claimed a moment of the fence before they were claimed
   */
  private record Taken(Instant at, long claimed) {}

  /**
   * @param gateway the call itself; blocks
   * @param results is told once about each message
   */
  Dispatch(
      Executor threads,
      Function<Outgoing, SendResult> gateway,
      Consumer<Delivered> results,
      Fence fence,
      Clock clock) {
    this.threads = threads;
    this.gateway = gateway;
    this.results = results;
    this.fence = fence;
    this.clock = clock;
  }

  /**
   * Takes messages that were claimed just now, each conversation's in their order.
   *
   * @param claimed a moment of the fence before that
   */
  void send(List<Outgoing> messages, long claimed) {
    var taken = new Taken(clock.instant(), claimed);
    messages.stream()
        .collect(Collectors.groupingBy(Outgoing::conversation))
        .values()
        .forEach(
            conversation -> {
              var line = line(conversation.getFirst().channel());
              line.submit(() -> inOrder(conversation, line, taken), threads);
            });
  }

  /** What must not be claimed for now. */
  Holds holds() {
    var busy = new HashSet<UUID>();
    var off = new HashMap<UUID, Instant>();
    lines.forEach(
        (channel, line) -> {
          line.awayUntil().ifPresent(until -> off.put(channel, until));
          if (line.isCrowded()) {
            busy.add(channel);
          }
        });
    return new Holds(busy, off);
  }

  /** Channels whose gateway does not answer. */
  Set<UUID> suspended() {
    return lines.entrySet().stream()
        .filter(line -> line.getValue().isSuspended())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private ChannelLine line(UUID channel) {
    return lines.computeIfAbsent(channel, id -> new ChannelLine(id.toString(), clock));
  }

  private void inOrder(List<Outgoing> messages, ChannelLine line, Taken taken) {
    Delivered earlier = null;
    for (var message : messages) {
      var result =
          earlier != null && earlier.holdsUpOthers()
              ? Delivered.behind(message, earlier)
              : attempt(message, line, taken);
      results.accept(result);
      earlier = result;
    }
  }

  private Delivered attempt(Outgoing message, ChannelLine line, Taken taken) {
    if (!mayStart(message, taken)) {
      return Delivered.back(message, Duration.ZERO);
    }
    var rest = Duration.between(clock.instant(), taken.at().plus(FRESH));
    var place = room.take(message.channel(), OutFiles.bytes(message), rest);
    if (place.isEmpty()) {
      return Delivered.back(message, NO_ROOM_PAUSE);
    }
    try (var held = place.get()) {
      return mayStart(message, taken)
          ? unlessRefused(message, line)
          : Delivered.back(message, Duration.ZERO);
    }
  }

  private boolean mayStart(Outgoing message, Taken taken) {
    return !clock.instant().isAfter(taken.at().plus(FRESH))
        && !fence.isRaised(message.conversation(), taken.claimed());
  }

  private Delivered unlessRefused(Outgoing message, ChannelLine line) {
    return line.refusal()
        .map(pause -> Delivered.back(message, pause))
        .orElseGet(() -> called(message, line));
  }

  private Delivered called(Outgoing message, ChannelLine line) {
    var start = clock.instant();
    var result = answer(message);
    line.ended(result, Duration.between(start, clock.instant()));
    return Delivered.of(message, result, ThreadLocalRandom.current());
  }

  /** An adapter that breaks may have sent already: nobody knows. */
  private SendResult answer(Outgoing message) {
    try {
      return gateway.apply(message);
    } catch (RuntimeException e) {
      return new SendResult.Unknown("adapter_failed", e.toString());
    }
  }
}
