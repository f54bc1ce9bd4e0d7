package org.tulpar.conversation.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.tenant.OrganizationId;

/**
 * The conversations that changed on this node since the last round, each once. A plain bean: it
 * hears of every message, and an organization in which nobody wants to be told costs it nothing but
 * a look from time to time.
 */
@ApplicationScoped
public class PushNews {

  private static final System.Logger LOG = System.getLogger(PushNews.class.getName());
  private static final int MOST = 10_000;

  /** A browser that was subscribed on another node waits so long for its first notice. */
  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Set<ConversationChanged> changed = ConcurrentHashMap.newKeySet();
  private final Map<OrganizationId, Instant> quiet = new ConcurrentHashMap<>();

  @Inject private PushGateway gateway;
  @Inject private Clock clock;

  /** After the commit, or at once when there is no transaction. */
  public void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged change) {
    if (gateway.publicKey().isEmpty() || isQuiet(change.organization())) {
      return;
    }
    if (changed.size() < MOST) {
      changed.add(change);
    } else {
      LOG.log(Level.WARNING, "too much changes at once: a notice to closed browsers is left out");
    }
  }

  /** From now on there is somebody to be told. */
  public void subscribed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) PushSubscribed subscribed) {
    quiet.remove(subscribed.organization());
  }

  /** Nobody wants to be told there. */
  void nobody(OrganizationId organization) {
    quiet.put(organization, clock.instant().plus(QUIET));
  }

  Map<OrganizationId, List<Long>> taken() {
    var taken = List.copyOf(changed);
    taken.forEach(changed::remove);
    return taken.stream()
        .collect(
            Collectors.groupingBy(
                ConversationChanged::organization,
                Collectors.mapping(ConversationChanged::conversationId, Collectors.toList())));
  }

  private boolean isQuiet(OrganizationId organization) {
    var until = quiet.get(organization);
    return until != null && until.isAfter(clock.instant());
  }
}
