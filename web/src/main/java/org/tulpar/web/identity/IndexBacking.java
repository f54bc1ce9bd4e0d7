package org.tulpar.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** The way to every page of the settings. */
@Named("settingsIndex")
@RequestScoped
public class IndexBacking {

  /** Pages that belong together. */
  public record Chapter(Setting.Group group, List<Setting> pages) {}

  public List<Chapter> getChapters() {
    return Stream.of(Setting.Group.values())
        .map(
            group ->
                new Chapter(
                    group,
                    Stream.of(Setting.values()).filter(page -> page.group() == group).toList()))
        .toList();
  }
}
