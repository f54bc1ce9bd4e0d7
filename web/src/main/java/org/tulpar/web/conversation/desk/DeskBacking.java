package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;
import org.tulpar.client.Tag;
import org.tulpar.conversation.desk.Assignee;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Team;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.InboxBacking;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;

/** Acts on the open conversation or on all that are picked, and how they stand afterwards. */
@Named("desk")
@RequestScoped
public class DeskBacking {

  @Inject private Desk desk;
  @Inject private Teams teams;
  @Inject private Readers readers;
  @Inject private InboxBacking inbox;
  @Inject private ThreadBacking thread;

  private List<Colleague> colleagues;
  private List<Team> all;
  private boolean labelled;

  private interface Act {
    List<Long> on(List<Long> conversations);
  }

  public void close() {
    act(these -> desk.close(these, readers.user()));
  }

  public void reopen() {
    act(these -> desk.reopen(these, readers.user()));
  }

  public void take() {
    thread.take();
    look();
  }

  /** The bot is to answer again. */
  public void giveBack() {
    thread.giveBack();
    look();
  }

  public void snooze() {
    var reader = readers.reader();
    SnoozeTime.of(Asked.text("until"), reader.now(), reader.zone())
        .ifPresentOrElse(
            until -> act(these -> desk.snooze(these, until, readers.user())),
            () -> say("refused.desk.snooze"));
  }

  public void assign() {
    act(these -> desk.assign(these, assignee(), readers.user()));
  }

  /** Undoes {@link #assign}. */
  public void takeBack() {
    act(these -> desk.takeBack(these, readers.user()));
  }

  /** Undoes {@link #close}. */
  public void unclose() {
    act(these -> desk.unclose(these, readers.user()));
  }

  /** Undoes {@link #snooze}. */
  public void unsnooze() {
    act(these -> desk.unsnooze(these, readers.user()));
  }

  public void tag() {
    labelled = true;
    act(these -> desk.tag(these, Asked.text("tag"), readers.user()));
  }

  public void untag() {
    labelled = true;
    act(these -> desk.untag(these, Asked.text("tag"), readers.user()));
  }

  /** Names that a tag already has, a line each, for whoever begins to type one. */
  public void known() {
    PrimeFaces.current()
        .ajax()
        .addCallbackParam(
            "tags", desk.tags().stream().map(Tag::name).collect(Collectors.joining("\n")));
  }

  /** Whether tags may have changed. */
  public boolean isLabelled() {
    return labelled || Asked.flag("labels");
  }

  /** Conversations of one act; of more, the browser asks again. */
  public int getMost() {
    return Desk.MOST;
  }

  public List<Colleague> getColleagues() {
    if (colleagues == null) {
      colleagues = teams.colleagues();
    }
    return colleagues;
  }

  public List<Team> getTeams() {
    if (all == null) {
      all = teams.all();
    }
    return all;
  }

  private Assignee assignee() {
    var person = Asked.number(Asked.text("person"));
    if (person.isPresent()) {
      return new Assignee.Person(person.get() == 0 ? readers.user() : person.get());
    }
    return Asked.number(Asked.text("team"))
        .<Assignee>map(Assignee.OfTeam::new)
        .orElseGet(Assignee.Nobody::new);
  }

  private void act(Act act) {
    var these = Asked.conversations(Desk.MOST);
    try {
      var changed = act.on(these);
      answer("changed", changed.stream().map(String::valueOf).collect(Collectors.joining(",")));
    } catch (Refused e) {
      say(e.code());
    }
    inbox.look(these);
    thread.reload();
  }

  private void look() {
    Asked.conversation().ifPresent(it -> inbox.look(List.of(it)));
  }

  private void say(String code) {
    answer("refused", readers.reader().word(code));
  }

  /** With the number of the act: of several that are under way the browser knows which this was. */
  private static void answer(String name, String value) {
    var ajax = PrimeFaces.current().ajax();
    Asked.number(Asked.text("act")).ifPresent(act -> ajax.addCallbackParam("act", act));
    ajax.addCallbackParam(name, value);
  }
}
