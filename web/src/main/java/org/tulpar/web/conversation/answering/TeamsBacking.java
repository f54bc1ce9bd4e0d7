package org.tulpar.web.conversation.answering;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Team;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/**
 * The organization's teams, and beside them the one of the page's address or an empty one to fill.
 */
@Named("teams")
@RequestScoped
public class TeamsBacking {

  private static final String PAGE = "teams";

  @Inject private Teams teams;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private List<Team> all;
  private List<Colleague> colleagues;
  private Team chosen;
  private String name;
  private String[] members = {};

  @PostConstruct
  void look() {
    all = teams.all();
    colleagues = teams.colleagues();
    chosen = asked().map(this::byId).orElse(null);
    if (chosen != null) {
      name = chosen.name();
      members =
          chosen.members().stream().map(one -> Long.toString(one.id())).toArray(String[]::new);
    }
  }

  private static Optional<Long> asked() {
    return Asked.number(Asked.text("id"));
  }

  private Team byId(long id) {
    return all.stream().filter(team -> team.id() == id).findFirst().orElse(null);
  }

  public void save() {
    var people = Stream.of(members).map(Long::valueOf).collect(Collectors.toSet());
    try {
      var known = asked();
      if (known.isPresent()) {
        teams.change(known.get(), name, people, readers.user());
        notices.done("settings.saved");
      } else {
        teams.add(name, people, readers.user());
        notices.done("teams.added");
      }
      Faces.redirect(PAGE);
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void remove(long team) {
    teams
        .remove(team, readers.user())
        .ifPresentOrElse(
            removal -> undo.offer("teams.removed", Map.of("removal", Long.toString(removal))),
            () -> notices.done("teams.removed"));
    Faces.redirect(PAGE);
  }

  /** The team that was just removed. */
  public void restore() {
    long removal = Asked.number(undo.value("removal")).orElse(0L);
    undo.back(() -> teams.restore(removal, readers.user()), PAGE);
  }

  public List<Team> getAll() {
    return all;
  }

  public Team getChosen() {
    return chosen;
  }

  public List<Colleague> getColleagues() {
    return colleagues;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String[] getMembers() {
    return members.clone();
  }

  public void setMembers(String[] members) {
    this.members = members.clone();
  }
}
