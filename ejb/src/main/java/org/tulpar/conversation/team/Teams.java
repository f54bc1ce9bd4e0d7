package org.tulpar.conversation.team;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    return colleagues(null);
  }

  /**
   * The same, for a choice that is made already: whoever was chosen is among them, even after she
   * has left.
   *
   * @param chosen null for nobody
   */
  public List<Colleague> colleagues(Long chosen) {
    return rows.colleagues(chosen);
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

  /**
   * Its conversations are nobody's team's from then on.
   *
   * @return what {@link #restore} knows it by, or nothing when it is no more
   */
  public Optional<Long> remove(long team, long userId) {
    return rows.remove(team, userId);
  }

  /**
   * A removed team, with its people, and with what of its channels and open conversations is no
   * other team's.
   *
   * @throws TeamRefused when that was a month ago, or another team has its name
   */
  public void restore(long removal, long userId) {
    if (rows.all(MOST).size() >= MOST) {
      throw new TeamRefused("too_many");
    }
    var team = rows.restore(removal).orElseThrow(() -> new TeamRefused("late"));
    trail.record("team.restored", userId, "team", team);
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
