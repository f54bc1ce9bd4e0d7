package org.tulpar.conversation.followup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.policy.SendPermission;
import org.tulpar.conversation.AfterCommit;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.Transcript;

/**
 * Plans messages and takes them back. The conversation is locked before the message, as everywhere:
 * what is just being sent is not cancelled, and what is cancelled is not sent.
 */
@Stateless
public class FollowUps {

  /** Planned ones of a conversation. */
  public static final int MOST = 20;

  /** Of an organization in {@link #DAY}. */
  public static final int MOST_A_DAY = 1000;

  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration FARTHEST = Duration.ofDays(366);

  @Inject private FollowUpRows rows;
  @Inject private Transcript transcript;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  /**
   * What a person wants to be said.
   *
   * @param language in which she writes (ISO 639-1)
   * @param onlyIfSilent not when the client has written until then
   */
  public record Plan(String text, String language, Instant at, boolean onlyIfSilent) {}

  /**
   * Returns the id; for a key that was used before, that of then.
   *
   * @param key made by the browser for this one plan
   * @throws FollowUpRefused when the time is past or more than a year away, the messenger would
   *     take nothing then, or there are too many already
   * @throws org.tulpar.conversation.ReplyUnsendable when the text is empty or too long
   * @throws ConversationUnknown when the organization has no such conversation
   */
  public long plan(long conversation, long user, Plan plan, UUID key) {
    var text = ManagerReply.sendable(plan.text());
    lock(conversation);
    var earlier = rows.byKey(key);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    require(plan.at());
    requireWay(conversation, plan);
    requireRoom(conversation);
    var id = rows.plan(conversation, user, plan, text, key);
    rows.record("follow_up.planned", conversation, user, plan.at());
    afterCommit.tell(conversation);
    return id;
  }

  /**
   * @throws FollowUpRefused when it was sent or taken back meanwhile
   */
  public void cancel(long conversation, long user, long id) {
    lock(conversation);
    if (!rows.cancel(conversation, id)) {
      throw FollowUpRefused.gone();
    }
    rows.record("follow_up.cancelled", conversation, user, null);
    afterCommit.tell(conversation);
  }

  /**
   * Undoes {@link #cancel}: it is planned as it was.
   *
   * @throws FollowUpRefused when its time has passed, or there are too many now
   */
  public void restore(long conversation, long user, long id) {
    lock(conversation);
    requireRoom(conversation);
    var due = rows.restore(conversation, id, clock.instant()).orElseThrow(FollowUpRefused::gone);
    rows.record("follow_up.planned", conversation, user, due);
    afterCommit.tell(conversation);
  }

  /** A person has read that it was not sent. */
  public void read(long conversation, long id) {
    if (rows.read(conversation, id, clock.instant())) {
      afterCommit.tell(conversation);
    }
  }

  /** What was not sent and nobody has read, and what is planned, in the order of their times. */
  public List<FollowUp> of(long conversation) {
    return rows.of(conversation);
  }

  private void lock(long conversation) {
    if (!rows.lock(conversation)) {
      throw new ConversationUnknown(conversation);
    }
  }

  private void require(Instant at) {
    var now = clock.instant();
    if (!at.isAfter(now) || at.isAfter(now.plus(FARTHEST))) {
      throw FollowUpRefused.time();
    }
  }

  /** She either writes, and it is not sent, or the window shuts: such a plan can only fail. */
  private void requireWay(long conversation, Plan plan) {
    switch (transcript.head(conversation).orElseThrow().permission(plan.at())) {
      case SendPermission.Nothing nothing -> throw FollowUpRefused.nothing(nothing.code());
      case SendPermission.TemplateOnly shut when plan.onlyIfSilent() ->
          throw FollowUpRefused.window();
      case SendPermission.TemplateOnly shut -> {}
      case SendPermission.FreeText free -> {}
    }
  }

  private void requireRoom(long conversation) {
    if (rows.planned(conversation) >= MOST) {
      throw FollowUpRefused.many();
    }
    if (rows.plannedSince(clock.instant().minus(DAY)) >= MOST_A_DAY) {
      throw FollowUpRefused.day();
    }
  }
}
