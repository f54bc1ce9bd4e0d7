package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.primefaces.PrimeFaces;
import org.tulpar.conversation.canned.CannedReplies;
import org.tulpar.conversation.draft.DraftKind;
import org.tulpar.conversation.draft.Drafts;
import org.tulpar.conversation.note.Notes;
import org.tulpar.conversation.presence.Presences;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Here;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/** What the composer keeps and looks up: notes, drafts, canned replies, and who else types. */
@Named("composer")
@RequestScoped
public class ComposerBacking {

  @Inject private Notes notes;
  @Inject private Drafts drafts;
  @Inject private Presences presences;
  @Inject private CannedReplies canned;
  @Inject private Filled filled;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  private List<Filled.Reply> replies;

  /** A note for colleagues. */
  public void note() {
    thread.attempt(
        to ->
            Asked.key()
                .ifPresent(
                    key -> {
                      notes.add(to, readers.user(), Asked.text("text"), key);
                      drafts.settle(to, readers.user(), DraftKind.NOTE, Asked.text("kept"));
                      PrimeFaces.current().ajax().addCallbackParam("sent", key.toString());
                    }));
  }

  /** What is typed and not sent; the page is told when something else was typed elsewhere. */
  public void keep() {
    Asked.conversation().ifPresent(it -> kind("kind").ifPresent(kind -> keep(it, kind)));
  }

  private void keep(long conversation, DraftKind kind) {
    drafts
        .keep(conversation, readers.user(), kind, Asked.text("text"), Asked.text("known"))
        .ifPresent(other -> PrimeFaces.current().ajax().addCallbackParam("other", other));
  }

  /** This person is here, and perhaps types. */
  public void beat() {
    Asked.conversation()
        .ifPresent(
            it -> {
              var others = presences.beat(it, readers.user(), kind("typing").orElse(null));
              var words = Here.words(others, readers.reader());
              PrimeFaces.current().ajax().addCallbackParam("here", words == null ? "" : words);
              PrimeFaces.current().ajax().addCallbackParam("at", it.toString());
            });
  }

  /** The canned replies, as they would be said to this client. */
  public void look() {
    replies = filled.of(canned.all(), Asked.conversation().orElse(null));
  }

  /** Null unless they were asked for. */
  public List<Filled.Reply> getReplies() {
    return replies;
  }

  private static Optional<DraftKind> kind(String name) {
    return Arrays.stream(DraftKind.values())
        .filter(kind -> kind.name().equals(Asked.text(name)))
        .findFirst();
  }
}
