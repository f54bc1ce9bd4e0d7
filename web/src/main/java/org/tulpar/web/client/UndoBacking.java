package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/**
 * What was removed a moment ago: the next page carries it, or the number under which the audit
 * keeps it, and brings it back. Whoever may remove it may have it back.
 */
@Named("undo")
@RequestScoped
public class UndoBacking {

  private static final String KEPT = "undo";

  @Inject private Readers readers;
  @Inject private Notices notices;

  /**
   * @param words that it is gone
   * @param values of its fields, by name
   */
  public record Kept(String words, Map<String, String> values) implements Serializable {}

  /** Brings it back. */
  public interface Return {
    void run();
  }

  /** The next page says that it is gone and offers it back; fields without a value are left out. */
  public void offer(String key, Map<String, String> values) {
    var known = new LinkedHashMap<>(values);
    known.values().removeIf(value -> value == null);
    Faces.setFlashAttribute(KEPT, new Kept(readers.reader().word(key), known));
  }

  /** Null unless something was removed just now. */
  public Kept getKept() {
    return Faces.getFlashAttribute(KEPT);
  }

  /** Whether it is offered by this page, or was by the one that is answered. */
  public boolean isOffered() {
    return getKept() != null || Asked.flag(KEPT);
  }

  /** A field of what shall come back, or null. */
  public String value(String name) {
    return Faces.getRequestParameter(KEPT + "." + name);
  }

  /** Brings it back, or tells why not, on the page that comes next. */
  public void back(Return how, String page) {
    try {
      how.run();
      notices.done("undo.done");
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect(page);
  }
}
