package org.tulpar.channel.line;

import java.net.URI;

/**
 * An instance that stands at its gateway already, unchecked.
 *
 * @param gateway where its Evolution API listens
 * @param apiKey opens it there
 * @param key in its webhook's address; null: made here
 * @param secret which its gateway shows with each webhook; null: made here
 * @param perMinute so many messages go out in a minute, 0 for no limit; null: what suits the type
 */
public record AdoptedLine(
    String name,
    String instance,
    URI gateway,
    String apiKey,
    String key,
    String secret,
    Integer perMinute) {

  @Override
  public String toString() {
    return "AdoptedLine[" + instance + "]";
  }
}
