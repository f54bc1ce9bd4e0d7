package org.tulpar.conversation.desk;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.tulpar.client.CardWritten;
import org.tulpar.client.Tag;
import org.tulpar.client.Tags;
import org.tulpar.client.field.ClientInput;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.Takeover.BotSilenced;
import org.tulpar.identity.people.PersonLeft;
import org.tulpar.identity.people.PersonReturned;
import org.tulpar.tenant.TenantScope;

/**
 * Moves conversations on the managers' desk, in the name of a person. Each act takes at most {@link
 * #MOST} conversations, changes those that it makes sense for, and returns their ids.
 */
@Stateless
public class Desk {

  /** Conversations of one act. */
  public static final int MOST = 200;

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
  private static final int LONGEST_TAG = 40;

  @Inject private DeskRows rows;
  @Inject private UndoRows undo;
  @Inject private Tags tags;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<CardWritten> cards;
  @Inject private Event<BotSilenced> silenced;
  @Inject private Clock clock;

  /**
   * Out of sight until a time, or until the client writes.
   *
   * @throws DeskRefused when the time is past or more than a year away
   */
  public List<Long> snooze(Collection<Long> conversations, Instant until, long userId) {
    var now = clock.instant();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
      throw new DeskRefused("snooze");
    }
    return told(rows.snooze(ids(conversations), until, userId));
  }

  /**
   * Back to work: from a snooze, or after it was closed. Those that are open stay as they are;
   * nobody begins to wait by it.
   */
  public List<Long> reopen(Collection<Long> conversations, long userId) {
    var reopened = rows.reopen(ids(conversations), userId);
    if (reopened.isEmpty() && conversations.size() == 1) {
      throw new DeskRefused("newer");
    }
    return told(reopened);
  }

  /**
   * Ends them. Where the policy is to return on close, the client's next conversation is the bot's;
   * elsewhere it stays with whoever has this one.
   */
  public List<Long> close(Collection<Long> conversations, long userId) {
    return told(rows.close(ids(conversations), userId));
  }

  /**
   * They stand as they did before this person closed them: who waited waits since then; those to
   * which something has happened since stay as they are.
   */
  public List<Long> unclose(Collection<Long> conversations, long userId) {
    return told(undo.unclose(ids(conversations), userId));
  }

  /** The same for those that this person snoozed. */
  public List<Long> unsnooze(Collection<Long> conversations, long userId) {
    return told(undo.unsnooze(ids(conversations), userId));
  }

  /**
   * @throws DeskRefused when there is no such person or team, or the person is switched off
   */
  public List<Long> assign(Collection<Long> conversations, Assignee to, long userId) {
    var all = ids(conversations);
    return told(
        switch (to) {
          case Assignee.Person(long person) -> {
            require(rows.answers(person), "person");
            yield silenced(rows.assign(all, person, userId));
          }
          case Assignee.OfTeam(long team) -> {
            require(rows.isTeam(team), "team");
            yield silenced(rows.assignTeam(all, team, userId));
          }
          case Assignee.Nobody nobody -> rows.unassign(all, userId);
        });
  }

  /**
   * Whoever was to answer before this person assigned them is to answer again; those to which
   * something has happened since stay as they are.
   */
  public List<Long> takeBack(Collection<Long> conversations, long userId) {
    return told(undo.takeBack(ids(conversations), userId));
  }

  /**
   * Puts a tag on their clients; one that the organization does not have yet is made.
   *
   * @throws org.tulpar.client.field.ClientRefused when there is no name, or a too long one
   */
  public List<Long> tag(Collection<Long> conversations, String typed, long userId) {
    var name = tagName(typed);
    tags.make(name);
    return written(rows.tag(ids(conversations), name, userId));
  }

  /**
   * Takes a tag off their clients; one that is on nobody any more is gone.
   *
   * @throws DeskRefused when there is no name
   */
  public List<Long> untag(Collection<Long> conversations, String typed, long userId) {
    var name = tagName(typed);
    var untagged = rows.untag(ids(conversations), name, userId);
    tags.forgetUnused(name);
    return written(untagged);
  }

  /** What her card says stands in the rows of her conversations, and narrows their list. */
  public void written(@Observes CardWritten card) {
    told(rows.ofClients(card.clientIds().toArray(Long[]::new), MOST));
  }

  /** The tags there are, by name. */
  public List<Tag> tags() {
    return tags.all();
  }

  private static String tagName(String typed) {
    var name = ClientInput.limited(typed, LONGEST_TAG, "tag_too_long");
    if (name == null) {
      throw new DeskRefused("tag");
    }
    return name;
  }

  /**
   * What a leaver had in hand goes back onto the pile that everybody sees, in the transaction in
   * which they leave.
   */
  public void left(@Observes PersonLeft person) {
    var some = rows.inHand(person.userId(), 0, MOST);
    while (!some.isEmpty()) {
      told(rows.leave(some.toArray(Long[]::new), person.by()));
      some = rows.inHand(person.userId(), some.getLast(), MOST);
    }
  }

  /** What they left when they were switched off is theirs again, but for what was touched since. */
  public void returned(@Observes PersonReturned person) {
    var some = rows.left(person.userId(), person.by(), 0, MOST);
    while (!some.isEmpty()) {
      takeBack(some, person.by());
      some = rows.left(person.userId(), person.by(), some.getLast(), MOST);
    }
  }

  /** How many conversations a person has in hand; counted up to {@link #MOST}. */
  public int inHand(long person) {
    return rows.inHand(person, 0, MOST).size();
  }

  /** Brings back what was snoozed until now. At most so many at once. */
  public List<Long> wakeDue(int most) {
    return told(rows.wakeDue(most));
  }

  /** What stands on a client's card is also told to those who see only the card of her deal. */
  private List<Long> written(List<Long> changed) {
    if (!changed.isEmpty()) {
      cards.fire(
          new CardWritten(TenantScope.required(), rows.clients(changed.toArray(Long[]::new))));
    }
    return told(changed);
  }

  private List<Long> told(List<Long> changed) {
    changed.forEach(afterCommit::tell);
    return changed;
  }

  private List<Long> silenced(List<Long> given) {
    given.forEach(id -> silenced.fire(new BotSilenced(id)));
    return given;
  }

  private static void require(boolean known, String reason) {
    if (!known) {
      throw new DeskRefused(reason);
    }
  }

  private static Long[] ids(Collection<Long> conversations) {
    return conversations.stream().distinct().limit(MOST).toArray(Long[]::new);
  }
}
