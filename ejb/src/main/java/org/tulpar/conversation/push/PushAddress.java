package org.tulpar.conversation.push;

/**
 * Where a browser is reached, as it says itself: a stranger's text.
 *
 * @param endpoint of its maker's push service
 * @param p256dh its public key, base64url
 * @param auth what it shares with us, base64url
 */
public record PushAddress(String endpoint, String p256dh, String auth) {

  /** In characters. */
  public static final int LONGEST = 2000;

  /** Whoever knows it can write to the browser: it stands in no log. */
  @Override
  public String toString() {
    return "PushAddress";
  }
}
