package org.tulpar.web.shell;

import java.util.Set;
import org.tulpar.identity.Role;

/** The parts of the application a person goes to, in the order of the navigation. */
public enum Section {
  INBOX("/inbox", "/conversation/inbox.xhtml", "chat", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  DEALS("/deals", "/deal/deals.xhtml", "board", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  CLIENTS("/clients", "/client/clients.xhtml", "users", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  COMPANIES("/companies", "/client/companies.xhtml", "firm", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  ORDERS("/orders", "/catalog/orders.xhtml", "cart", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  PRODUCTS("/products", "/catalog/products.xhtml", "box", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  PARTNERS("/partners", "/catalog/partners.xhtml", "link", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  DASHBOARD(
      "/dashboard", "/analytics/dashboard.xhtml", "chart", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  LEDGER("/ledger", "/dialogue/ledger.xhtml", "file", Set.of(Role.ORG_ADMIN)),
  CHANNELS(
      "/settings/channels", "/channel/settings/channels.xhtml", "phone", Set.of(Role.ORG_ADMIN)),
  DEADLETTERS(
      "/deadletters", "/dialogue/deadletters.xhtml", "alert", Set.of(Role.ORG_ADMIN, Role.MANAGER)),
  SETTINGS("/settings", "/identity/settings.xhtml", "gear", Set.of(Role.ORG_ADMIN)),
  CONSOLE("/console", "/operations/console.xhtml", "shield", Set.of(Role.SUPER_ADMIN));

  private final String path;
  private final String view;
  private final String icon;
  private final Set<Role> roles;

  Section(String path, String view, String icon, Set<Role> roles) {
    this.path = path;
    this.view = view;
    this.icon = icon;
    this.roles = roles;
  }

  /** Address below the context root. */
  public String getPath() {
    return path;
  }

  /** The page inside the application; without it the section is not shown. */
  String view() {
    return view;
  }

  public String getIcon() {
    return icon;
  }

  /** Key of the section's name in the messages. */
  public String getKey() {
    return "section." + name();
  }

  boolean isFor(Role role) {
    return roles.contains(role);
  }
}
