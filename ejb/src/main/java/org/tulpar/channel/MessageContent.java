package org.tulpar.channel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a message says. A kind we do not know is {@link Unsupported}: shown, never dropped. */
public sealed interface MessageContent {

  /** The line shown in lists and given to the model; may be empty, never null. */
  String text();

  /**
   * By what a message of ours is told apart from others with the same words, as its provider
   * reports it: a picture without words is no empty text.
   *
   * @param kind as in {@link #kind()}
   */
  static String form(String kind) {
    return switch (kind) {
      case "IMAGE", "VIDEO", "AUDIO", "DOCUMENT", "STICKER" -> "FILE";
      case "REACTION", "LOCATION", "CONTACT" -> kind;
      default -> "TEXT";
    };
  }

  /** Stable name of the kind, as stored in {@code message.kind}. */
  default String kind() {
    return switch (this) {
      case Text t -> "TEXT";
      case Media m -> m.type().name();
      case Location l -> "LOCATION";
      case Contacts c -> "CONTACT";
      case Reaction r -> "REACTION";
      case Choice c -> "CHOICE";
      case Question q -> "QUESTION";
      case Unsupported u -> "UNSUPPORTED";
    };
  }

  record Text(String text) implements MessageContent {}

  /** The kinds of a file in a message. */
  enum MediaType {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER
  }

  /**
   * A file that the provider keeps; {@code text} is its caption.
   *
   * @param url where the provider offers it, or null
   * @param size in bytes, or null when the provider did not say
   * @param seconds length of audio and video, or null
   * @param voice recorded in the messenger, as opposed to a file
   * @param once may be viewed once by the receiver
   */
  record Media(
      MediaType type,
      String text,
      String mimeType,
      String fileName,
      String url,
      Long size,
      Integer seconds,
      boolean voice,
      boolean once)
      implements MessageContent {}

  /** A place, in degrees (WGS 84); {@code text} is its name and address, if any. */
  record Location(double latitude, double longitude, String text, boolean live)
      implements MessageContent {}

  /** Contact cards; {@code text} lists the names. */
  record Contacts(String text, List<Card> cards) implements MessageContent {}

  /** One contact card: the shown name and the vCard as it came. */
  record Card(String name, String vcard) {

    private static final Pattern NUMBER = Pattern.compile("TEL[^:\\r\\n]*:([^\\r\\n]+)");

    /** A card (RFC 6350) of our own making, of a name and a number. */
    public static Card of(String name, String phone) {
      var shown = name == null ? "" : name;
      var number = phone == null ? "" : phone.replaceAll("[^+\\d]", "");
      var line = shown.replaceAll("[\\r\\n,;\\\\]", " ");
      return new Card(
          shown, "BEGIN:VCARD\nVERSION:3.0\nFN:%s\nTEL:%s\nEND:VCARD".formatted(line, number));
    }

    /** The first number on it, as it is written there; empty when there is none. */
    public String phone() {
      var number = NUMBER.matcher(vcard);
      return number.find() ? number.group(1).strip() : "";
    }
  }

  /** A reaction to a message; an empty {@code text} takes it back. */
  record Reaction(String targetExternalId, String text) implements MessageContent {}

  /** An answer by button or list; {@code id} is the provider's id of the option, or null. */
  record Choice(String id, String text) implements MessageContent {}

  /**
   * A question of ours with the answers that the client may choose from.
   *
   * @param open what opens the list where the answers stand in one, in the organization's language
   */
  record Question(String question, List<String> answers, String open) implements MessageContent {

    /** With numbered answers: what goes out where there are no buttons, and what is found. */
    @Override
    public String text() {
      return IntStream.range(0, answers.size())
          .mapToObj(n -> "\n%d. %s".formatted(n + 1, answers.get(n)))
          .collect(Collectors.joining("", question + "\n", ""));
    }
  }

  /** A kind we do not show yet; {@code providerType} is the provider's own word for it. */
  record Unsupported(String providerType, String text) implements MessageContent {}
}
