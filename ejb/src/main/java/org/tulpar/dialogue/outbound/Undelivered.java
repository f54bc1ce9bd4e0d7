package org.tulpar.dialogue.outbound;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** Messages that did not go out, or may not have: people see them and decide, each one once. */
@Stateless
public class Undelivered {

  /** Messages of a page. */
  public static final int PAGE = 50;

  @Inject private UndeliveredRows rows;
  @Inject private Delivery delivery;
  @Inject private Event<Decision> decisions;

  /** What the running transaction will commit. */
  record Decision(OrganizationId organization, long conversation, boolean queued) {}

  /**
   * @param before where the next page begins, or null when there is none
   */
  public record Page(List<UndeliveredRow> rows, Long before) {}

  /**
   * Given up and not decided yet, newest first.
   *
   * @param before of the page that was shown, or null for the newest
   */
  public Page page(Long before) {
    var found = rows.dead(before == null ? Long.MAX_VALUE : before, PAGE + 1);
    return found.size() <= PAGE
        ? new Page(found, null)
        : new Page(found.subList(0, PAGE), found.get(PAGE - 1).id());
  }

  /** Of unknown fate for more than a minute, oldest first, a page at most. */
  public List<UndeliveredRow> unknown() {
    return rows.unknown(PAGE);
  }

  /** Names of the channels whose gateway does not answer this node. */
  public List<String> suspended() {
    return rows.names(delivery.suspended());
  }

  /**
   * @throws AlreadyDecided when there is nothing to decide any more
   */
  public void decide(long message, Choice choice, long userId) {
    long conversation =
        rows.decide(message, choice, userId).orElseThrow(() -> new AlreadyDecided(message));
    decisions.fire(new Decision(TenantScope.required(), conversation, choice == Choice.RESEND));
  }
}
