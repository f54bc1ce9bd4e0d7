package org.tulpar.identity;

/** What a user may do; one per user, wider roles are listed first. */
public enum Role {
  /** Runs the installation; sees no organization's conversations. */
  SUPER_ADMIN,
  /** Runs one organization. */
  ORG_ADMIN,
  /** Talks to clients. */
  MANAGER
}
