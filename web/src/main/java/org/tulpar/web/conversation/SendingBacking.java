package org.tulpar.web.conversation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.primefaces.PrimeFaces;
import org.tulpar.agent.draft.ReplyDrafts;
import org.tulpar.conversation.ManagerReply;
import org.tulpar.conversation.draft.DraftKind;
import org.tulpar.conversation.draft.Drafts;

/** What a person sends into the open conversation, once per key; the thread shows how it went. */
@Named("sending")
@RequestScoped
public class SendingBacking {

  @Inject private ManagerReply reply;
  @Inject private Tongues tongues;
  @Inject private Drafts drafts;
  @Inject private ReplyDrafts proposals;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  public void send() {
    thread.attempt(
        to ->
            Asked.key()
                .ifPresent(
                    key -> {
                      say(to, key);
                      drafts.settle(to, readers.user(), DraftKind.REPLY, Asked.text("kept"));
                      Asked.number(Asked.text("proposal"))
                          .ifPresent(
                              of ->
                                  proposals.sent(to, readers.user(), of, Asked.text("text"), key));
                      PrimeFaces.current().ajax().addCallbackParam("sent", key.toString());
                    }));
  }

  /** Untranslated only where a person has said so, or the client reads it as it is. */
  private void say(long to, UUID key) {
    var answers = Asked.number(Asked.text("answers")).orElse(null);
    var draft = new ManagerReply.Draft(Asked.text("text"), Asked.files(), answers);
    var translation = Asked.text("translation");
    if (!translation.isBlank()) {
      tongues.send(to, draft, translation, key);
    } else if (Asked.flag("original")) {
      reply.send(to, readers.user(), draft, key);
    } else {
      tongues.send(to, draft, key);
    }
  }

  /** A sign is put on a message, or ours is taken back. */
  public void react() {
    thread.attempt(
        to ->
            Asked.key()
                .ifPresent(
                    key -> {
                      var message = Asked.number(Asked.text("message")).orElse(0L);
                      reply.react(to, readers.user(), message, Asked.text("sign"), key);
                    }));
  }

  /** An approved template, which the messenger takes at any time. */
  public void sendTemplate() {
    thread.attempt(
        to ->
            Asked.key()
                .ifPresent(
                    key -> {
                      var template = Asked.number(Asked.text("template")).orElse(0L);
                      reply.sendTemplate(to, readers.user(), template, Asked.values(), key);
                      PrimeFaces.current().ajax().addCallbackParam("sent", key.toString());
                    }));
  }
}
