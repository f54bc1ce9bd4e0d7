package org.tulpar.operations;

import org.tulpar.kernel.Refused;

/** There is nothing to go on with: the run ended well, goes on, or what it made is gone. */
public class NotResumable extends Refused {

  private static final long serialVersionUID = 1L;

  public NotResumable() {
    super("this run cannot be resumed");
  }

  @Override
  public String code() {
    return "refused.job_not_resumable";
  }
}
