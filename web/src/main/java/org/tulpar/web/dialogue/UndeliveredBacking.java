package org.tulpar.web.dialogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.tulpar.dialogue.outbound.Choice;
import org.tulpar.dialogue.outbound.Undelivered;
import org.tulpar.dialogue.outbound.UndeliveredRow;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.operations.Figures;
import org.tulpar.web.security.CurrentUser;

/** What did not go out, a page at a time, and what may have: with what a person can do about it. */
@Named("undelivered")
@ViewScoped
public class UndeliveredBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "deadletters";

  @Inject private Undelivered undelivered;
  @Inject private CurrentUser user;
  @Inject private UndoBacking undo;

  private List<UndeliveredLine> rows;
  private List<UndeliveredLine> unknown;
  private List<String> suspended;
  private Long before;

  @PostConstruct
  void look() {
    var page = undelivered.page(asked());
    rows = lines(page.rows());
    before = page.before();
    unknown = lines(undelivered.unknown());
    suspended = List.copyOf(undelivered.suspended());
  }

  public void resend(long message) {
    decide(message, Choice.RESEND);
  }

  public void discard(long message) {
    decide(
        message,
        Choice.DISCARD,
        () -> undo.offer("undelivered.done.DISCARD", Map.of("message", Long.toString(message))));
  }

  /** What was just discarded waits again. */
  public void restore() {
    long message = Asked.number(undo.value("message")).orElse(0L);
    undo.back(() -> undelivered.decide(message, Choice.KEEP, user.required().id()), PAGE);
  }

  public void ask(long message) {
    decide(message, Choice.ASK);
  }

  public void assumeSent(long message) {
    decide(message, Choice.ASSUME_SENT);
  }

  private void decide(long message, Choice choice) {
    decide(message, choice, () -> Messages.addFlashGlobalInfo(word("undelivered.done." + choice)));
  }

  private void decide(long message, Choice choice, Runnable told) {
    try {
      undelivered.decide(message, choice, user.required().id());
      told.run();
    } catch (Refused e) {
      Messages.addFlashGlobalWarn(word(e.code()));
    }
    Faces.redirect(PAGE);
  }

  private List<UndeliveredLine> lines(List<UndeliveredRow> found) {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    return new ArrayList<>(found.stream().map(row -> new UndeliveredLine(row, figures)).toList());
  }

  /** What is not understood is absent, never an error. */
  private static Long asked() {
    var text = Faces.getRequestParameter("before");
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static String word(String key) {
    return Faces.evaluateExpressionGet("#{m['" + key + "']}");
  }

  public List<UndeliveredLine> getRows() {
    return rows;
  }

  public List<UndeliveredLine> getUnknown() {
    return unknown;
  }

  public String getSuspended() {
    return String.join(", ", suspended);
  }

  public Long getBefore() {
    return before;
  }
}
