package org.tulpar.web.conversation.answering;

import org.tulpar.conversation.hours.ChannelRule;
import org.tulpar.conversation.hours.Promise;

/** A channel's rule as it is typed. */
public class RuleLine {

  private final ChannelRule was;
  private Integer first;
  private Integer next;
  private boolean inTurn;
  private String team;

  RuleLine(ChannelRule rule) {
    was = rule;
    first = rule.promise().first();
    next = rule.promise().next();
    inTurn = rule.inTurn();
    team = rule.team() == null ? "" : rule.team().toString();
  }

  ChannelRule rule() {
    var of = team == null || team.isBlank() ? null : Long.valueOf(team);
    return new ChannelRule(was.id(), was.name(), new Promise(first, next), inTurn, of);
  }

  public String getName() {
    return was.name();
  }

  public Integer getFirst() {
    return first;
  }

  public void setFirst(Integer first) {
    this.first = first;
  }

  public Integer getNext() {
    return next;
  }

  public void setNext(Integer next) {
    this.next = next;
  }

  public boolean isInTurn() {
    return inTurn;
  }

  public void setInTurn(boolean inTurn) {
    this.inTurn = inTurn;
  }

  public String getTeam() {
    return team;
  }

  public void setTeam(String team) {
    this.team = team;
  }
}
