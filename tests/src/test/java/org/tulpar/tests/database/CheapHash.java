package org.tulpar.tests.database;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Keeps passwords as they are: a test checks who knows them, not what a guess costs. */
final class CheapHash implements Pbkdf2PasswordHash {

  private static final String MARK = "cheap:";

  @Override
  public String generate(char[] password) {
    return MARK + new String(password);
  }

  @Override
  public boolean verify(char[] password, String hashed) {
    return hashed.equals(generate(password));
  }
}
