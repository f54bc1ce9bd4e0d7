package org.tulpar.media;

import org.tulpar.kernel.Refused;

/** A file that is not taken: nothing in it, too much of it, of a type that is not sent, or gone. */
public final class FileRefused extends Refused {

  private static final long serialVersionUID = 1L;

  private final String code;

  private FileRefused(String code) {
    super(code);
    this.code = code;
  }

  static FileRefused empty() {
    return new FileRefused("refused.file_empty");
  }

  static FileRefused tooLarge() {
    return new FileRefused("refused.file_too_large");
  }

  static FileRefused type() {
    return new FileRefused("refused.file_type");
  }

  static FileRefused gone() {
    return new FileRefused("refused.file_gone");
  }

  public boolean isTooLarge() {
    return code.equals("refused.file_too_large");
  }

  public boolean isType() {
    return code.equals("refused.file_type");
  }

  @Override
  public String code() {
    return code;
  }
}
