package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tulpar.conversation.followup.FollowUpRefused;
import org.tulpar.conversation.followup.FollowUps;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/**
 * What is planned to be said to the client. Listed only while the answer is written: before that an
 * act may still change it.
 */
@Named("followUps")
@RequestScoped
public class FollowUpBacking {

  /** A day and a time instead of one of the usual lengths. */
  private static final String OWN = "OWN";

  @Inject private FollowUps followUps;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  private final Map<Long, List<FollowUpLine>> lines = new HashMap<>();

  public void plan() {
    thread.attempt(to -> Asked.key().ifPresent(key -> plan(to, key)));
  }

  private void plan(long conversation, UUID key) {
    var reader = readers.reader();
    var when = Asked.text("when");
    var at =
        SnoozeTime.of(OWN.equals(when) ? Asked.text("at") : when, reader.now(), reader.zone())
            .orElseThrow(FollowUpRefused::time);
    var language = reader.locale().getLanguage();
    var plan = new FollowUps.Plan(Asked.text("text"), language, at, Asked.flag("silent"));
    tell("planned", followUps.plan(conversation, readers.user(), plan, key));
    tell("at", reader.ahead(at));
  }

  public void cancel() {
    thread.attempt(
        of -> {
          followUps.cancel(of, readers.user(), asked());
          tell("cancelled", asked());
        });
  }

  /** Undoes {@link #cancel}. */
  public void restore() {
    thread.attempt(of -> followUps.restore(of, readers.user(), asked()));
  }

  /** That it was not sent is read. */
  public void read() {
    thread.attempt(of -> followUps.read(of, asked()));
  }

  public List<FollowUpLine> of(long conversation) {
    return Faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        ? lines.computeIfAbsent(conversation, this::look)
        : List.of();
  }

  private List<FollowUpLine> look(long conversation) {
    var reader = readers.reader();
    return followUps.of(conversation).stream().map(one -> FollowUpLine.of(one, reader)).toList();
  }

  private static long asked() {
    return Asked.number(Asked.text("followUp")).orElse(0L);
  }

  private static void tell(String what, Object value) {
    PrimeFaces.current().ajax().addCallbackParam(what, String.valueOf(value));
  }
}
