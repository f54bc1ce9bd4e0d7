package org.tulpar.conversation.fact;

/** What a fact is about, as a person wants to read it: what decides comes first. */
public enum FactKind {
  /** She asks how to book or to pay. */
  READY,

  /** When. */
  DATES,

  /** Who comes along, or how much is needed. */
  PARTY,

  /** What, or where to. */
  PRODUCT,

  /** What it may cost. */
  BUDGET,

  /** What else she asks for. */
  WISH,

  /** What keeps her back. */
  DOUBT
}
