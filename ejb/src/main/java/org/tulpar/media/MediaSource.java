package org.tulpar.media;

import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;

/**
 * Fetches files from one provider. Blocking; called on virtual threads, outside any transaction.
 */
public interface MediaSource {

  ChannelType type();

  /** Expected troubles are results, not exceptions. */
  Fetched fetch(ChannelAccess channel, Wanted wanted);

  /**
   * A file that a message brought.
   *
   * @param externalId of the message
   * @param url where the provider offered it, or null
   * @param raw the webhook that brought it, which may hold the file itself; or null
   * @param mostBytes a longer file is not fetched
   */
  record Wanted(String externalId, String url, String raw, int mostBytes) {}

  /** What became of one attempt. */
  sealed interface Fetched {

    /**
     * @param fileName as the provider calls it, or null
     */
    record Found(byte[] bytes, String fileName) implements Fetched {}

    /**
     * @param forGood another attempt would end the same way
     */
    record Missing(String code, String detail, boolean forGood) implements Fetched {}
  }
}
