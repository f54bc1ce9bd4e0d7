package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.identity.ApiTokens;
import org.tulpar.web.client.Notices;
import org.tulpar.web.operations.Figures;
import org.tulpar.web.security.CurrentUser;

/** The keys of connected programs. */
@Named("programs")
@RequestScoped
public class ProgramsBacking {

  @Inject private ApiTokens tokens;
  @Inject private CurrentUser user;
  @Inject private Notices notices;

  private List<KeyLine> keys;
  private String name;
  private String made;

  @PostConstruct
  void look() {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    keys = tokens.list().stream().map(key -> KeyLine.of(key, figures)).toList();
  }

  /** The text of the new key is on the page once. */
  public void make() {
    made = tokens.make(name, user.required().id());
    name = null;
    look();
  }

  public void withdraw(long id) {
    tokens.withdraw(id);
    notices.done("settings.keys.withdrawn");
    Faces.redirect("settings/programs");
  }

  public List<KeyLine> getKeys() {
    return keys;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getMade() {
    return made;
  }
}
