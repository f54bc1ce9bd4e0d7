package org.tulpar.client;

import java.time.Clock;
import org.tulpar.client.field.TestedFields;
import org.tulpar.kernel.Fired;
import org.tulpar.tenant.TestedDatabase;

/** Cards outside a server. */
public final class TestedCards {

  private TestedCards() {}

  public static ClientFile file(TestedDatabase database, Clock clock) {
    return file(database, clock, new Fired());
  }

  static ClientFile file(TestedDatabase database, Clock clock, Fired fired) {
    var file = new ClientFile();
    file.profiles = profiles(database);
    file.timeline = new Timeline();
    file.timeline.sql = database.sql();
    file.tags = file.profiles.tags;
    file.fields = file.profiles.fields;
    file.clock = clock;
    file.written = fired.events();
    return file;
  }

  public static Tags tags(TestedDatabase database) {
    var tags = new Tags();
    tags.sql = database.sql();
    tags.changed = new Fired().events();
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
