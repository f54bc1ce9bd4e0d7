package org.tulpar.tests.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How rows are claimed in the database; every rule answers with its violations. */
final class ClaimRules {

  private static final Pattern COMMENT = Pattern.compile("--.*");
  private static final Pattern LIST = Pattern.compile("(?i)\\bin\\s*\\(\\s*select\\b");
  private static final Pattern CLAIM = Pattern.compile("(?i)\\bskip\\s+locked\\b");

  private ClaimRules() {}

  /** PostgreSQL may make a list of keys anew for every row of the table, and claim each time. */
  static List<String> claimsByKey(List<Path> modules) {
    return SourceRules.violations(
        modules,
        "src/main/resources/db",
        file -> file.toString().endsWith(".sql"),
        text -> claimsInAList(COMMENT.matcher(text).replaceAll("")),
        "claims the rows of a list of keys, which may be made anew for every row: claim by ctid");
  }

  private static boolean claimsInAList(String sql) {
    return LIST.matcher(sql)
        .results()
        .anyMatch(list -> CLAIM.matcher(inside(sql, sql.indexOf('(', list.start()))).find());
  }

  /** What stands between this parenthesis and the one that ends it. */
  private static String inside(String sql, int opening) {
    int depth = 0;
    int end = opening;
    do {
      depth += sql.charAt(end) == '(' ? 1 : sql.charAt(end) == ')' ? -1 : 0;
      end++;
    } while (depth > 0 && end < sql.length());
    return sql.substring(opening, end);
  }
}
