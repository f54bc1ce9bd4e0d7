package org.tulpar.conversation.team;

import java.util.List;

/** People who share a pile of conversations. */
public record Team(long id, String name, List<Colleague> members) {}
