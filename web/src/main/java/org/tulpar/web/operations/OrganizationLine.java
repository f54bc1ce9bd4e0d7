package org.tulpar.web.operations;

import org.tulpar.operations.OrganizationLoad;

/** One organization of the console, ready to show. */
public record OrganizationLine(
    String name,
    String created,
    boolean live,
    String people,
    String channels,
    String messages,
    String waiting,
    String failed,
    boolean troubled) {

  static OrganizationLine of(OrganizationLoad load, Figures figures) {
    return new OrganizationLine(
        load.name(),
        figures.day(load.createdAt()),
        load.liveAt() != null,
        figures.count(load.people()),
        figures.count(load.open()) + " / " + figures.count(load.channels()),
        figures.count(load.messages()),
        figures.count(load.waiting()),
        figures.count(load.failed()),
        load.failed() > 0);
  }
}
