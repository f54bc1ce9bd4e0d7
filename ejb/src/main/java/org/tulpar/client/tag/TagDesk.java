package org.tulpar.client.tag;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.client.field.ClientInput;
import org.tulpar.tenant.TenantScope;

/** Keeps the tags of an organization tidy; an administrator's work, each act with its audit row. */
@Stateless
public class TagDesk {

  /** So many are shown at once. */
  public static final int PAGE = 50;

  /** A tag on more clients, or companies, than this is on "more than" so many. */
  public static final int MOST_COUNTED = 10_000;

  private static final int LONGEST = 40;
  private static final int MOST_PAGES = 1000;

  @Inject private TagRows rows;
  @Inject private Event<TagsChanged> changed;

  /**
   * Some of the tags, by name; one more than a page when there are more.
   *
   * @param part of a name; empty for all
   * @param page from 0
   */
  public List<TagUse> page(String part, int page) {
    var wanted = part == null ? "" : part.replace("\u0000", "").strip();
    return rows.page(
        wanted.substring(0, Math.min(LONGEST, wanted.length())),
        Math.clamp(page, 0, MOST_PAGES) * PAGE,
        PAGE + 1,
        MOST_COUNTED + 1);
  }

  /** Empty for a tag that the organization does not have. */
  public Optional<TagUse> tag(long id) {
    return rows.byId(id, MOST_COUNTED + 1);
  }

  /**
   * Another name for it, on whatever bears it.
   *
   * @throws TagRefused when there is no such tag, or another one bears the name
   */
  public void rename(long id, String typed, long userId) {
    var before = required(id);
    var name = name(typed);
    if (!rows.rename(id, name)) {
      throw new TagRefused("taken");
    }
    rows.record("tag.renamed", before + " → " + name, userId);
    tell();
  }

  /**
   * Joins it to another tag: whatever bore it bears that one from then on. Returns what brings it
   * back.
   *
   * @throws TagRefused when either is unknown, or both are the same
   */
  public long join(long id, String other, long userId) {
    var before = required(id);
    long into = rows.named(name(other)).orElseThrow(() -> new TagRefused("unknown"));
    if (into == id) {
      throw new TagRefused("same");
    }
    rows.record("tag.joined", before + " → " + other.strip(), userId);
    return taken(id, into, userId);
  }

  /**
   * Takes it off whatever bears it. Returns what brings it back.
   *
   * @throws TagRefused when there is no such tag
   */
  public long remove(long id, long userId) {
    rows.record("tag.removed", required(id), userId);
    return taken(id, null, userId);
  }

  /** The name of a tag that can be brought back. */
  public Optional<String> removed(long removal) {
    return rows.removed(removal);
  }

  /**
   * Brings it back as it was.
   *
   * @throws TagRefused when it is too late, or a tag of the name is there again
   */
  public void restore(long removal, long userId) {
    var name = rows.removed(removal).orElseThrow(() -> new TagRefused("late"));
    if (!rows.restore(removal)) {
      throw new TagRefused("taken");
    }
    rows.record("tag.restored", name, userId);
    tell();
  }

  private void tell() {
    changed.fire(new TagsChanged(TenantScope.required()));
  }

  private long taken(long id, Long into, long userId) {
    rows.forgetOld();
    tell();
    return rows.remove(id, into, userId).orElseThrow(() -> new TagRefused("unknown"));
  }

  private String required(long id) {
    return rows.name(id).orElseThrow(() -> new TagRefused("unknown"));
  }

  private static String name(String typed) {
    var name = ClientInput.limited(typed, LONGEST, "tag_too_long");
    if (name == null) {
      throw new TagRefused("name");
    }
    return name;
  }
}
