package org.tulpar.operations.opening;

import java.util.List;
import org.tulpar.agent.ReplyRule;
import org.tulpar.channel.line.AdoptedLine;
import org.tulpar.tenant.OrganizationProfile.Facts;

/**
 * An organization as it was asked for, unchecked.
 *
 * @param key by which whoever asks knows it again; null: always another one
 * @param administrator null: nobody signs in yet, which only a program may want
 * @param line null: it connects its channels itself
 * @param glueSeconds null: the usual pause
 * @param rules what its bot says without a model, the first that fits
 */
public record NewOrganization(
    String key,
    Facts facts,
    Administrator administrator,
    AdoptedLine line,
    Integer glueSeconds,
    List<ReplyRule> rules) {

  /** Who runs it from the first day on. */
  public record Administrator(String login, String name) {}

  /** One whose administrator does the rest. */
  public static NewOrganization run(String key, Facts facts, Administrator administrator) {
    return new NewOrganization(key, facts, administrator, null, null, List.of());
  }
}
