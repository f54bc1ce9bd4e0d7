package org.tulpar.conversation.sharing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tulpar.channel.MessageContent.Location;

/**
 * Reads where something is from two numbers, or from the address of a map's page. A short address
 * tells nothing by itself, and is refused rather than followed.
 */
public final class Coordinates {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 4000;

  private static final String NUMBER = "(-?\\d{1,3}(?:\\.\\d{1,20})?)";

  /** Two numbers as people write them; with a decimal comma, something else stands between. */
  private static final Pattern TYPED =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,;\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  private static final Pattern TYPED_WITH_COMMAS =
      Pattern.compile("(-?\\d{1,3},\\d+)\\s*[,;\\s]\\s*(-?\\d{1,3},\\d+)");

  /**
   * Maps that tell the latitude first, the surest sign first: the middle of the view comes last.
   */
  private static final List<Pattern> LATITUDE_FIRST =
      Stream.of(
              "!3d%s!4d%s",
              "[?&#]mlat=%s&mlon=%s",
              "^geo:%s,%s",
              "[?&](?:q|query|ll|destination|daddr|center|sll)=(?:loc:)?%s,%s",
              "/(?:search|place|dir)/(?:[^/?]*/)?%s,\\s?%s",
              "/@%s,%s",
              "#map=[\\d.]+/%s/%s")
          .map(Coordinates::pattern)
          .toList();

  /** Yandex and 2GIS tell the longitude first. */
  private static final List<Pattern> LONGITUDE_FIRST =
      Stream.of("[?&](?:pt|whatshere\\[point\\]|ll|m)=%s,%s", "/geo/\\d*/?%s,%s")
          .map(Coordinates::pattern)
          .toList();

  private static final Pattern LONGITUDE_HOST =
      Pattern.compile("^https?://([\\w-]+\\.)*(yandex|2gis)\\.");

  private Coordinates() {}

  private static Pattern pattern(String form) {
    return Pattern.compile(form.formatted(NUMBER, NUMBER));
  }

  /**
   * @param name how the place is called; may be empty
   * @throws SharingRefused when there is no place in it, or the name is too long
   */
  public static Location read(String typed, String name) {
    var called = SharedText.line(name);
    if (called.codePointCount(0, called.length()) > LONGEST_NAME) {
      throw new SharingRefused("place_name");
    }
    return found(typed == null ? "" : typed.strip())
        .filter(place -> Math.abs(place[0]) <= 90 && Math.abs(place[1]) <= 180)
        .map(place -> new Location(place[0], place[1], called, false))
        .orElseThrow(() -> new SharingRefused("place_unread"));
  }

  /** Latitude and longitude. */
  private static Optional<double[]> found(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = TYPED.matcher(typed);
    if (plain.matches()) {
      return Optional.of(pair(plain, 1, 2));
    }
    var commas = TYPED_WITH_COMMAS.matcher(typed);
    return commas.matches() ? Optional.of(pair(commas, 1, 2)) : inAddress(decoded(typed));
  }

  private static Optional<double[]> inAddress(String address) {
    var turned = LONGITUDE_HOST.matcher(address).find();
    return (turned ? LONGITUDE_FIRST : LATITUDE_FIRST)
        .stream()
            .map(form -> form.matcher(address))
            .filter(Matcher::find)
            .findFirst()
            .map(found -> turned ? pair(found, 2, 1) : pair(found, 1, 2));
  }

  private static double[] pair(Matcher found, int latitude, int longitude) {
    return new double[] {number(found.group(latitude)), number(found.group(longitude))};
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** A pasted address may carry its commas escaped; one that is broken is read as it is. */
  private static String decoded(String address) {
    try {
      return URLDecoder.decode(address, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
