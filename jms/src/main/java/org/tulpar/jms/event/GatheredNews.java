package org.tulpar.jms.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.client.CardWritten;
import org.tulpar.client.company.CompanyTagged;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.deal.DealChanged;

/**
 * The lines about what changed since the last round, each once. A plain bean: it observes every
 * message, and to notify a session bean costs a look-up each time.
 */
@ApplicationScoped
public class GatheredNews {

  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  /** After the commit, or at once when there is no transaction. */
  public void changed(
      @Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationChanged change) {
    changed.add(NewsLine.write(change));
  }

  /** The same for channels. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChannelChanged change) {
    changed.add(NewsLine.write(change));
  }

  /** The same for deals. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DealChanged change) {
    changed.add(NewsLine.write(change));
  }

  /** The same for tags, all of them at once. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TagsChanged change) {
    changed.add(NewsLine.write(change));
  }

  /** The same for clients' cards, each by itself. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CardWritten change) {
    changed.addAll(NewsLine.write(change));
  }

  /** The same for the tags of a company. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CompanyTagged change) {
    changed.add(NewsLine.write(change));
  }

  List<String> all() {
    return List.copyOf(changed);
  }

  void remove(Collection<String> published) {
    published.forEach(changed::remove);
  }
}
