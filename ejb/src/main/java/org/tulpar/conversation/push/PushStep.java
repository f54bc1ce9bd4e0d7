package org.tulpar.conversation.push;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.conversation.notice.PersonalNotice;
import org.tulpar.conversation.push.SubscriptionRows.Live;
import org.tulpar.identity.RememberedBrowsers;
import org.tulpar.tenant.TenantScope;

/** What is asked and stored around the sending, each in a transaction of its own. */
@Stateless
public class PushStep {

  /** In a row: an address that takes nothing is an address no more. */
  private static final int MOST_FAILURES = 20;

  @Inject private SubscriptionRows rows;
  @Inject private ToldRows told;
  @Inject private NoticeBoard board;
  @Inject private Clock clock;

  /**
   * Whom to tell of what these conversations have become; whoever is in the answer counts as told.
   *
   * @param conversations at most {@link NoticeBoard#MOST}
   * @return empty when no browser of the organization wants to be told at all
   */
  public Optional<List<Push>> claim(Collection<Long> conversations) {
    var now = clock.instant();
    var live = rows.live(now.minus(RememberedBrowsers.IDLE), now);
    if (live.isEmpty()) {
      return Optional.empty();
    }
    var people = live.stream().map(Live::userId).collect(Collectors.toSet());
    var notices = board.among(conversations, people);
    return Optional.of(
        notices.isEmpty() ? List.of() : pushes(live, personal(told.fresh(notices, now))));
  }

  /** Keeps what became of it; a browser that is no more is forgotten. */
  public void settle(Push push, PushResult result) {
    switch (result) {
      case PushResult.Taken taken -> rows.succeeded(push.subscription(), clock.instant());
      case PushResult.Gone gone -> rows.remove(push.subscription());
      case PushResult.Later later -> rows.failed(push.subscription(), MOST_FAILURES);
      case PushResult.Rejected rejected -> rows.failed(push.subscription(), MOST_FAILURES);
    }
  }

  /** The most personal reason comes first, and one is enough. */
  private static List<PersonalNotice> personal(List<PersonalNotice> notices) {
    var spoken = new HashSet<String>();
    return notices.stream()
        .filter(one -> spoken.add(one.userId() + " " + one.notice().conversation()))
        .toList();
  }

  private static List<Push> pushes(List<Live> live, List<PersonalNotice> notices) {
    var organization = TenantScope.required();
    var pushes = new ArrayList<Push>();
    for (var one : notices) {
      for (var browser : live) {
        if (browser.userId() == one.userId()) {
          var words = PushWords.of(one, browser.language());
          pushes.add(new Push(organization, browser.id(), browser.address(), words));
        }
      }
    }
    return pushes;
  }
}
