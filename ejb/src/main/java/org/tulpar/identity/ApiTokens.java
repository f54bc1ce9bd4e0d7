package org.tulpar.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The keys of an organization's programs. A key works for one organization, with the rights of its
 * administrator, until it is withdrawn or the person who made it is switched off.
 */
@Stateless
public class ApiTokens {

  private static final int LONGEST_NAME = 80;

  @Inject private ApiTokenRows rows;

  /** Returns the text of the key, which is kept nowhere. */
  public String make(String name, long userId) {
    var token = BrowserToken.random();
    var stripped = name == null ? "" : name.strip();
    rows.keep(
        token.hash(), stripped.substring(0, Math.min(LONGEST_NAME, stripped.length())), userId);
    return token.text();
  }

  /** Those that work, newest first. */
  public List<ApiToken> list() {
    return rows.list();
  }

  /** It works no more. */
  public void withdraw(long id) {
    rows.withdraw(id);
  }

  /** Whom a program stands for; empty for a key that is unknown or withdrawn. */
  public Optional<SignedIn> recognize(String text) {
    return BrowserToken.of(text).flatMap(token -> rows.byHash(token.hash()));
  }
}
