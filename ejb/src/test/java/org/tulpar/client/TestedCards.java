package org.tulpar.client;

import org.tulpar.client.field.TestedFields;
import org.tulpar.kernel.Fired;
import org.tulpar.tenant.TestedDatabase;

/** Cards outside a server. */
public final class TestedCards {

  private TestedCards() {}

  static ClientFile file(TestedDatabase database, Fired fired) {
    var file = new ClientFile();
    file.profiles = profiles(database);
    file.timeline = timeline(database);
    file.tags = file.profiles.tags;
    file.fields = file.profiles.fields;
    file.written = fired.events();
    return file;
  }

  static Timeline timeline(TestedDatabase database) {
    var timeline = new Timeline();
    timeline.sql = database.sql();
    return timeline;
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
