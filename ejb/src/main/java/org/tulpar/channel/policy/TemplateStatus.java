package org.tulpar.channel.policy;

/** How the provider judges a template; only an approved one is sent. */
public enum TemplateStatus {
  PENDING,
  APPROVED,
  REJECTED,
  PAUSED
}
