package org.tulpar.integrations.http;

import java.io.IOException;

/** The answer has more bytes than the operator allows. */
final class AnswerTooLong extends IOException {

  private static final long serialVersionUID = 1L;

  AnswerTooLong(int limit) {
    super("the answer is longer than " + limit + " bytes");
  }
}
