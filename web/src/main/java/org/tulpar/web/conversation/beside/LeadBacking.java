package org.tulpar.web.conversation.beside;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;
import org.tulpar.conversation.fact.Lead;
import org.tulpar.conversation.fact.Leads;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/**
 * What the client has told of herself, and how near to buying that makes her. Asked only while the
 * answer is written: before that an act may still change it.
 */
@Named("lead")
@RequestScoped
public class LeadBacking {

  private static final Lead NOBODY = new Lead(List.of(), null);

  @Inject private Leads leads;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  private final Map<Long, Lead> known = new HashMap<>();

  /** Null where she has told nothing. */
  public ScoreLine score(long conversation) {
    return ScoreLine.of(of(conversation).score(), readers.reader());
  }

  public List<FactLine> facts(long conversation) {
    var reader = readers.reader();
    return of(conversation).facts().stream().map(one -> FactLine.of(one, reader)).toList();
  }

  /** It is not so. */
  public void dismiss() {
    thread.attempt(
        of -> {
          if (leads.dismiss(of, readers.user(), asked())) {
            PrimeFaces.current().ajax().addCallbackParam("dismissed", String.valueOf(asked()));
          }
        });
  }

  /** Undoes {@link #dismiss}. */
  public void restore() {
    thread.attempt(of -> leads.restore(of, readers.user(), asked()));
  }

  private Lead of(long conversation) {
    return Faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
        ? known.computeIfAbsent(conversation, leads::of)
        : NOBODY;
  }

  private static long asked() {
    return Asked.number(Asked.text("fact")).orElse(0L);
  }
}
