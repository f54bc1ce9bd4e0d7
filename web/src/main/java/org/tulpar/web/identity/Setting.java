package org.tulpar.web.identity;

import org.tulpar.identity.Role;

/** The pages of the settings, in the order in which somebody new goes through them. */
public enum Setting {
  ORGANIZATION(Group.COMPANY, "/settings/organization", "globe"),
  PEOPLE(Group.COMPANY, "/settings/people", "users"),
  TEAMS(Group.COMPANY, "/teams", "users"),
  ANSWERING(Group.COMPANY, "/answering", "clock"),
  CHANNELS(Group.DIALOGUES, "/settings/channels", "wa"),
  TEMPLATES(Group.DIALOGUES, "/settings/templates", "file"),
  CANNED(Group.DIALOGUES, "/canned", "slash"),
  RULES(Group.DIALOGUES, "/settings/rules", "bot"),
  TRANSLATION(Group.DIALOGUES, "/settings/translation", "lang"),
  GLOSSARY(Group.DIALOGUES, "/settings/glossary", "lang"),
  FIELDS(Group.CLIENTS, "/client-fields", "file"),
  FACTS(Group.CLIENTS, "/settings/facts", "spark"),
  TAGS(Group.CLIENTS, "/settings/tags", "tag"),
  PIPELINES(Group.CLIENTS, "/pipelines", "board"),
  PROGRAMS(Group.ACCESS, "/settings/programs", "lock"),
  AUDIT(Group.ACCESS, "/settings/audit", "note"),
  PROFILE(Group.ACCESS, "/settings/profile", "user"),
  SECURITY(Group.ACCESS, "/settings/security", "shield");

  /** What belongs together on the index. */
  public enum Group {
    COMPANY,
    DIALOGUES,
    CLIENTS,
    ACCESS;

    /** Key of the group's name. */
    public String getKey() {
      return "settings.group." + name();
    }
  }

  private final Group group;
  private final String path;
  private final String icon;

  Setting(Group group, String path, String icon) {
    this.group = group;
    this.path = path;
    this.icon = icon;
  }

  Group group() {
    return group;
  }

  /** What is about oneself is everybody's; the organization is its administrator's. */
  public boolean isFor(Role role) {
    return role == Role.ORG_ADMIN || this == PROFILE || this == SECURITY;
  }

  /** Address below the context root. */
  public String getPath() {
    return path;
  }

  public String getIcon() {
    return icon;
  }

  /** Key of the name; with {@code .text}, of the sentence about it. */
  public String getKey() {
    return "setting." + name();
  }
}
