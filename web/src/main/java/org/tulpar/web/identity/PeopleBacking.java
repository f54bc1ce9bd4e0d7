package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.desk.Desk;
import org.tulpar.identity.OpenBrowsers;
import org.tulpar.identity.Role;
import org.tulpar.identity.people.NewPerson;
import org.tulpar.identity.people.People;
import org.tulpar.identity.people.Person;
import org.tulpar.identity.second.StepBook;
import org.tulpar.identity.second.StepRule;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.security.CurrentUser;
import org.tulpar.web.shell.Languages;

/** The people of the organization: one is chosen by the address, or a new one is invited. */
@Named("people")
@RequestScoped
public class PeopleBacking {

  private static final String PAGE = "settings/people";

  @Inject private People people;
  @Inject private Desk desk;
  @Inject private OpenBrowsers browsers;
  @Inject private StepBook steps;
  @Inject private StepRule rule;
  @Inject private CurrentUser me;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;
  @Inject private Clock clock;

  private List<PersonLine> lines;
  private boolean more;
  private Person chosen;
  private int inHand;
  private int open;
  private boolean step;
  private People.Admitted admitted;
  private String id;
  private String login;
  private String name;
  private Role role = Role.MANAGER;
  private String language;
  private boolean handBack = true;

  @PostConstruct
  void look() {
    var found = people.page(getPart(), getPage());
    more = found.size() > People.PAGE;
    lines =
        found.stream()
            .limit(People.PAGE)
            .map(person -> PersonLine.of(person, clock.instant()))
            .toList();
    language = me.required().locale().getLanguage();
    Asked.number(Asked.text("id")).flatMap(people::person).ifPresent(this::choose);
  }

  private void choose(Person person) {
    chosen = person;
    id = Long.toString(person.id());
    name = person.name();
    role = person.role();
    inHand = person.active() ? desk.inHand(person.id()) : 0;
    step = steps.state(person.id()).on();
    open = browsers.of(person.id()).size();
  }

  public void invite() {
    try {
      var here = me.required();
      admitted =
          people.invite(
              new NewPerson(
                  login, name, role, Languages.of(language).orElse(here.locale()), here.zone()),
              here.id());
      login = null;
      name = null;
      look();
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void save() {
    act("people.saved", person -> people.change(person, name, role, me.required().id()));
  }

  public void switchOff() {
    act(
        person -> people.switchOff(person, handBack, me.required().id()),
        () -> undo.offer("people.off.done", Map.of("person", id)));
  }

  /** Who was just switched off, with what they had in hand. */
  public void restore() {
    long person = Asked.number(undo.value("person")).orElse(0L);
    undo.back(() -> people.takeBack(person, me.required().id()), PAGE + "?id=" + person);
  }

  public void switchOn() {
    act("people.on.done", person -> people.switchOn(person, me.required().id()));
  }

  /** Of somebody who does not work here nothing is open. */
  public void signOut() {
    act(
        "people.out.done",
        person -> browsers.endOthers(person, OpenBrowsers.NONE, me.required().id()));
  }

  /** For who has lost the telephone and the recovery codes. */
  public void resetStep() {
    act("people.step.off.done", person -> rule.reset(person, me.required().id()));
  }

  /** The new password is on the page once. */
  public void reset() {
    try {
      admitted = people.reset(required(), me.required().id());
      look();
    } catch (Refused e) {
      notices.refusedBefore(e);
      Faces.redirect(PAGE + "?id=" + id);
    }
  }

  private interface Act {
    void on(long person);
  }

  private void act(String done, Act act) {
    act(act, () -> notices.done(done));
  }

  private void act(Act act, Runnable told) {
    try {
      act.on(required());
      told.run();
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect(PAGE + "?id=" + id);
  }

  /** A number that is nobody's is refused where it is looked up. */
  private long required() {
    return Asked.number(id).orElse(0L);
  }

  public List<PersonLine> getLines() {
    return lines;
  }

  public boolean isMore() {
    return more;
  }

  public int getPage() {
    return Asked.page();
  }

  public String getPart() {
    return Asked.text("q");
  }

  public Person getChosen() {
    return chosen;
  }

  /** Whether the chosen one looks at this page. */
  public boolean isSelf() {
    return chosen != null && chosen.id() == me.required().id();
  }

  public int getInHand() {
    return inHand;
  }

  /** In how many browsers the chosen one is signed in. */
  public int getOpen() {
    return open;
  }

  /** Whether the chosen one signs in by two steps. */
  public boolean isStep() {
    return step;
  }

  public People.Admitted getAdmitted() {
    return admitted;
  }

  public List<Role> getRoles() {
    return List.of(Role.MANAGER, Role.ORG_ADMIN);
  }

  /** Where the sign-in is, as this browser came here. */
  public String getAddress() {
    return Faces.getRequestBaseURL() + "login";
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public boolean isHandBack() {
    return handBack;
  }

  public void setHandBack(boolean handBack) {
    this.handBack = handBack;
  }
}
