package org.tulpar.conversation.team;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.tulpar.tenant.Trail;

/** Keeps teams; an administrator's work. */
@Stateless
public class Teams {

  static final int MOST = 50;
  private static final int LONGEST = 60;

  @Inject private TeamRows rows;
  @Inject private Trail trail;

  /** By name, at most {@link #MOST}. */
  public List<Team> all() {
    return rows.all(MOST);
  }

  /** Who may be given a conversation or be named in a note, by name; at most 200. */
  public List<Colleague> colleagues() {
    return rows.colleagues();
  }

  /**
   * @throws TeamRefused when the name is missing, too long or taken, or there are too many teams
   */
  public void add(String typed, Collection<Long> members, long userId) {
    if (rows.all(MOST).size() >= MOST) {
      throw new TeamRefused("too_many");
    }
    var id = rows.add(name(typed)).orElseThrow(() -> new TeamRefused("taken"));
    rows.replaceMembers(id, members);
    trail.record("team.added", userId, "team", id);
  }

  /**
   * How it is called and who is in it from now on; its conversations stay its own.
   *
   * @throws TeamRefused when the name is missing, too long or taken, or the team is no more
   */
  public void change(long team, String typed, Collection<Long> members, long userId) {
    if (!rows.rename(team, name(typed))) {
      throw new TeamRefused(rows.isThere(team) ? "taken" : "gone");
    }
    rows.replaceMembers(team, members);
    trail.record("team.changed", userId, "team", team);
  }

  /** Its conversations are nobody's team's from then on. */
  public void remove(long team, long userId) {
    rows.remove(team).ifPresent(name -> trail.gone("team.removed", userId, "team", team, name));
  }

  private static String name(String typed) {
    var name = typed == null ? "" : typed.replace("\u0000", "").strip();
    if (name.isEmpty()) {
      throw new TeamRefused("name");
    }
    if (name.length() > LONGEST) {
      throw new TeamRefused("name_long");
    }
    return name;
  }
}
