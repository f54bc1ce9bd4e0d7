package org.tulpar.web.conversation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.dialogue.outbound.Choice;

/** What the browser asks for, word by word; what is not understood is absent, never an error. */
public final class Asked {

  private static final int MOST_PAGES = 1000;

  private Asked() {}

  public static Optional<Long> conversation() {
    return number(text("c"));
  }

  public static Optional<UUID> key() {
    return read(text("key"), UUID::fromString);
  }

  /** Files that were brought before, in the order of their chips. */
  static List<UUID> files() {
    return Arrays.stream(text("files").split(",", -1))
        .map(id -> read(id, UUID::fromString))
        .flatMap(Optional::stream)
        .toList();
  }

  static Optional<Choice> choice() {
    return read(text("choice"), Choice::valueOf);
  }

  public static boolean flag(String name) {
    return "true".equals(text(name));
  }

  /** At most so many: beyond that the browser asks again, or for everything. */
  public static List<Long> conversations(int most) {
    return Arrays.stream(text("ids").split(",", -1))
        .map(Asked::number)
        .flatMap(Optional::stream)
        .limit(most)
        .toList();
  }

  /** For the places of a template, in their order. */
  static List<String> values() {
    var typed = Faces.getRequestParameterValues("value");
    return typed == null ? List.of() : List.of(typed);
  }

  public static String text(String name) {
    var value = Faces.getRequestParameter(name);
    return value == null ? "" : value;
  }

  /**
   * The parameters of an address that was kept, as it stands behind the question mark; of one name
   * all values in their order.
   */
  public static Map<String, String[]> query(String kept) {
    return Arrays.stream(kept.split("&"))
        .filter(part -> part.indexOf('=') > 0)
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> new String[] {URLDecoder.decode(pair[1], StandardCharsets.UTF_8)},
                (some, more) -> Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new)));
  }

  /** Of a list that is leafed through; the first is 0. */
  public static int page() {
    return Math.toIntExact(Math.clamp(number(text("page")).orElse(0L), 0, MOST_PAGES));
  }

  public static Optional<Long> number(String text) {
    return read(text, Long::valueOf);
  }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
