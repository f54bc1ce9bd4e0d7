package org.tulpar.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.tulpar.operations.OrganizationLoads;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.security.CurrentUser;

/** A page of the installation's organizations. */
@Named("organizations")
@RequestScoped
public class OrganizationsBacking {

  @Inject private OrganizationLoads loads;
  @Inject private CurrentUser user;

  private List<OrganizationLine> lines;
  private boolean more;

  @PostConstruct
  void look() {
    var person = user.required();
    var figures = new Figures(person.locale(), person.zone());
    var found = loads.page(getPart(), getPage());
    more = found.size() > OrganizationLoads.PAGE;
    lines =
        found.stream()
            .limit(OrganizationLoads.PAGE)
            .map(load -> OrganizationLine.of(load, figures))
            .toList();
  }

  public List<OrganizationLine> getLines() {
    return lines;
  }

  public boolean isMore() {
    return more;
  }

  public int getPage() {
    return Math.toIntExact(Math.clamp(Asked.number(Asked.text("page")).orElse(0L), 0, 1000));
  }

  public String getPart() {
    return Asked.text("q");
  }
}
