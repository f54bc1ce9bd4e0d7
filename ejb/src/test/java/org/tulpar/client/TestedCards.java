package org.tulpar.client;

import java.time.Clock;
import org.tulpar.client.field.TestedFields;
import org.tulpar.tenant.TestedDatabase;

/** Cards outside a server. */
public final class TestedCards {

  private TestedCards() {}

  public static ClientFile file(TestedDatabase database, Clock clock) {
    var file = new ClientFile();
    file.profiles = profiles(database);
    file.timeline = new Timeline();
    file.timeline.sql = database.sql();
    file.tags = file.profiles.tags;
    file.fields = file.profiles.fields;
    file.clock = clock;
    return file;
  }

  public static Tags tags(TestedDatabase database) {
    var tags = new Tags();
    tags.sql = database.sql();
    return tags;
  }

  public static ClientProfiles profiles(TestedDatabase database) {
    var profiles = new ClientProfiles();
    profiles.sql = database.sql();
    profiles.tags = tags(database);
    profiles.fields = TestedFields.fields(database);
    return profiles;
  }
}
