package org.tulpar.web.identity;

import java.io.Serializable;
import org.tulpar.conversation.welcome.WelcomeStep;

/**
 * A step on the way to the first answered client.
 *
 * @param next the first that is not done: its page is the one button that stands out
 * @param path of the page on which it is done, or null when it is done right here
 */
public record StepLine(WelcomeStep step, int number, boolean done, boolean next, String path)
    implements Serializable {

  static String path(WelcomeStep step) {
    return switch (step) {
      case COMPANY -> "/settings/organization";
      case CHANNEL -> "/settings/channels";
      case PRICES -> "/product-import";
      case HOURS -> "/answering";
      case PEOPLE -> "/settings/people";
      case ANSWER -> "/inbox?tab=ALL";
      case LIVE -> null;
    };
  }
}
