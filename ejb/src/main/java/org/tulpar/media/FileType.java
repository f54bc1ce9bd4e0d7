package org.tulpar.media;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a file is, by its first bytes. Only what a browser shows without running anything in it is
 * more than a download.
 *
 * @param contentType what a browser may be told
 */
public record FileType(String contentType, Shape shape) {

  /** How a file is shown. */
  public enum Shape {
    IMAGE,
    VIDEO,
    AUDIO,
    /** Downloaded, never opened in the page. */
    OTHER
  }

  private static final FileType UNKNOWN = new FileType("application/octet-stream", Shape.OTHER);

  /**
   * @param declared what the sender calls it, or null; decides between sound and film of one format
   */
  public static FileType of(byte[] bytes, String declared) {
    var sound = declared != null && declared.startsWith("audio/");
    if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return image("jpeg");
    }
    if (starts(bytes, 0, 0x89, 'P', 'N', 'G')) {
      return image("png");
    }
    if (text(bytes, 0, 4).equals("GIF8")) {
      return image("gif");
    }
    return switch (text(bytes, 0, 4)) {
      case "RIFF" -> riff(bytes);
      case "OggS" -> audio("ogg");
      case "#!AM" -> audio("amr");
      case "%PDF" -> other("application/pdf");
      case "PK\u0003\u0004" -> other("application/zip");
      case "\u00d0\u00cf\u0011\u00e0" -> other("application/x-ole-storage");
      default -> container(bytes, sound);
    };
  }

  /** By what was found earlier. */
  public static FileType known(String contentType) {
    var major = contentType.substring(0, contentType.indexOf('/') + 1);
    return new FileType(
        contentType,
        switch (major) {
          case "image/" -> Shape.IMAGE;
          case "video/" -> Shape.VIDEO;
          case "audio/" -> Shape.AUDIO;
          default -> Shape.OTHER;
        });
  }

  private static FileType riff(byte[] bytes) {
    return switch (text(bytes, 8, 4)) {
      case "WEBP" -> image("webp");
      case "WAVE" -> audio("wav");
      default -> UNKNOWN;
    };
  }

  private static FileType container(byte[] bytes, boolean sound) {
    if (text(bytes, 4, 4).equals("ftyp")) {
      return sound || text(bytes, 8, 3).equals("M4A") ? audio("mp4") : video("mp4");
    }
    if (starts(bytes, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
      return sound ? audio("webm") : video("webm");
    }
    if (text(bytes, 0, 3).equals("ID3")) {
      return audio("mpeg");
    }
    return isText(bytes) ? other("text/plain") : frame(bytes);
  }

  /** Whether it is UTF-8 and holds no control character but blanks and line ends. */
  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' || b == 0x7F) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return bytes.length > 0;
    } catch (CharacterCodingException e) {
      return false; // bytes of another kind are an answer, not a trouble
    }
  }

  /** A frame of MPEG sound begins with eleven ones; two bits name its layer, none means AAC. */
  private static FileType frame(byte[] bytes) {
    if (bytes.length < 2 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xE0) != 0xE0) {
      return UNKNOWN;
    }
    if ((bytes[1] & 0x06) != 0) {
      return audio("mpeg");
    }
    return (bytes[1] & 0xF0) == 0xF0 ? audio("aac") : UNKNOWN;
  }

  private static boolean starts(byte[] bytes, int from, int... expected) {
    if (bytes.length < from + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[from + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int length) {
    return bytes.length < from + length
        ? ""
        : new String(Arrays.copyOfRange(bytes, from, from + length), StandardCharsets.ISO_8859_1);
  }

  private static FileType other(String type) {
    return new FileType(type, Shape.OTHER);
  }

  private static FileType image(String type) {
    return new FileType("image/" + type, Shape.IMAGE);
  }

  private static FileType audio(String type) {
    return new FileType("audio/" + type, Shape.AUDIO);
  }

  private static FileType video(String type) {
    return new FileType("video/" + type, Shape.VIDEO);
  }
}
