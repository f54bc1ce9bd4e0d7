package org.tulpar.tests.server;

/** Somebody who writes to an organization. */
public final class Customer {

  private Customer() {}

  public static void writes(Demo.Channel channel, String number, String text) {
    var status = Http.webhook(channel, Wire.message(number, text)).statusCode();
    if (status != 200) {
      throw new IllegalStateException("the webhook answered " + status);
    }
  }
}
