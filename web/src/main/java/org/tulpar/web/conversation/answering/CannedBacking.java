package org.tulpar.web.conversation.answering;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.canned.CannedReplies;
import org.tulpar.conversation.canned.CannedReply;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/** The organization's canned replies, and the one that is written or changed. */
@Named("canned")
@RequestScoped
public class CannedBacking {

  private static final String PAGE = "canned";

  @Inject private CannedReplies replies;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private List<CannedReply> all;
  private String id;
  private String shortcut;
  private String body;

  @PostConstruct
  void look() {
    all = replies.all();
    Asked.number(Asked.text("id"))
        .flatMap(asked -> all.stream().filter(one -> one.id() == asked).findFirst())
        .ifPresent(
            one -> {
              id = Long.toString(one.id());
              shortcut = one.shortcut();
              body = one.body();
            });
  }

  public void save() {
    try {
      var changed = id == null ? null : Asked.number(id).orElse(null);
      replies.save(changed, shortcut, body, readers.user());
      notices.done("canned.saved");
      Faces.redirect(PAGE);
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void remove(long reply) {
    all.stream()
        .filter(one -> one.id() == reply)
        .findFirst()
        .ifPresent(
            one ->
                undo.offer(
                    "canned.removed", Map.of("shortcut", one.shortcut(), "body", one.body())));
    replies.remove(reply, readers.user());
    Faces.redirect(PAGE);
  }

  /** What was just removed, under its name again. */
  public void restore() {
    undo.back(
        () -> replies.save(null, undo.value("shortcut"), undo.value("body"), readers.user()), PAGE);
  }

  public List<CannedReply> getAll() {
    return all;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getShortcut() {
    return shortcut;
  }

  public void setShortcut(String shortcut) {
    this.shortcut = shortcut;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }
}
