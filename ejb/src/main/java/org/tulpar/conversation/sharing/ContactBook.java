package org.tulpar.conversation.sharing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Clients and partners with a number, by what a person types of their names. */
@Stateless
public class ContactBook {

  /** Of either; whoever gets so many types on. */
  static final int MOST = 8;

  @Inject private ContactRows rows;

  /** By name; nobody while nothing is typed. */
  public List<KnownContact> find(String typed) {
    return typed == null || typed.isBlank() ? List.of() : rows.find(typed, MOST);
  }
}
