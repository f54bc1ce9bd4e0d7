package org.tulpar.web.conversation.answering;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.team.Colleague;
import org.tulpar.conversation.team.Team;
import org.tulpar.conversation.team.Teams;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;

/** The organization's teams, and the one that is made. */
@Named("teams")
@RequestScoped
public class TeamsBacking {

  @Inject private Teams teams;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<Team> all;
  private List<Colleague> colleagues;
  private String name;
  private String[] members = {};

  @PostConstruct
  void look() {
    all = teams.all();
    colleagues = teams.colleagues();
  }

  public void add() {
    try {
      teams.add(
          name, Stream.of(members).map(Long::valueOf).collect(Collectors.toSet()), readers.user());
      notices.done("teams.added");
      Faces.redirect("teams");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void remove(long team) {
    teams.remove(team, readers.user());
    notices.done("teams.removed");
    Faces.redirect("teams");
  }

  public List<Team> getAll() {
    return all;
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
