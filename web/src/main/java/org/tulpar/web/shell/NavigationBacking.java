package org.tulpar.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tulpar.tenant.Organizations;
import org.tulpar.web.security.CurrentUser;

/** The sections this person may enter and that exist. */
@Named("navigation")
@RequestScoped
public class NavigationBacking {

  private static final int MOST_ON_A_PHONE = 4;
  private static final Set<Section> OFTEN =
      EnumSet.of(Section.INBOX, Section.DEALS, Section.CLIENTS, Section.DASHBOARD);

  @Inject private CurrentUser user;
  @Inject private ServletContext application;
  @Inject private Organizations organizations;
  private List<Section> entries;
  private String organization;

  public List<Section> getEntries() {
    if (entries == null) {
      entries = Stream.of(Section.values()).filter(this::isOpen).toList();
    }
    return entries;
  }

  /** What a phone's bar has room for: what is looked at many times a day comes first. */
  public List<Section> getMain() {
    return main(getEntries());
  }

  /** What a phone shows behind "more". */
  public List<Section> getRest() {
    var main = getMain();
    return getEntries().stream().filter(entry -> !main.contains(entry)).toList();
  }

  static List<Section> main(List<Section> entries) {
    return entries.stream()
        .sorted(Comparator.comparing(entry -> !OFTEN.contains(entry)))
        .limit(MOST_ON_A_PHONE)
        .toList();
  }

  /** Name of the organization everything on the page belongs to. */
  public String getOrganization() {
    if (organization == null) {
      organization = organizations.name();
    }
    return organization;
  }

  /** Whether this person may enter a section. */
  public boolean open(String section) {
    return getEntries().contains(Section.valueOf(section));
  }

  private boolean isOpen(Section section) {
    return user.find().filter(person -> section.isFor(person.role())).isPresent()
        && exists(section.view());
  }

  private boolean exists(String view) {
    try {
      return application.getResource(view) != null;
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(view, e);
    }
  }
}
