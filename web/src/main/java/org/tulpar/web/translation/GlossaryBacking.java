package org.tulpar.web.translation;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.kernel.Refused;
import org.tulpar.translation.Glossary;
import org.tulpar.translation.GlossaryTerm;
import org.tulpar.translation.TranslationSettings;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** How the organization's tours, places and services are called in each language. */
@Named("glossary")
@RequestScoped
public class GlossaryBacking {

  private static final String PAGE = "settings/glossary";

  /** A term as a line of the table. */
  public record Line(long id, List<Form> forms, boolean kept, String note) {}

  /** One form of a term. */
  public record Form(String language, String text) {}

  @Inject private Glossary glossary;
  @Inject private Readers readers;
  @Inject private UndoBacking undo;

  @Inject
  @Param(name = "before")
  private Long before;

  private List<Line> lines;
  private Long next;
  private final Map<String, String> forms = new LinkedHashMap<>();
  private boolean kept;
  private String note;

  @PostConstruct
  void look() {
    var found = glossary.page(before);
    var page = found.size() > Glossary.PAGE ? found.subList(0, Glossary.PAGE) : found;
    lines = page.stream().map(GlossaryBacking::line).toList();
    next = found.size() > Glossary.PAGE ? page.getLast().id() : null;
  }

  private static Line line(GlossaryTerm term) {
    var forms =
        term.forms().entrySet().stream()
            .map(form -> new Form(form.getKey(), form.getValue()))
            .toList();
    return new Line(term.id(), forms, term.kept(), term.note());
  }

  public void add() {
    try {
      glossary.add(forms, kept, note);
      Faces.getContext().addMessage(null, message(FacesMessage.SEVERITY_INFO, "glossary.added"));
      Faces.getFlash().setKeepMessages(true);
      Faces.redirect(PAGE);
    } catch (Refused e) {
      Faces.getContext().addMessage(null, message(FacesMessage.SEVERITY_WARN, e.code()));
    }
  }

  public void remove(long id) {
    lines.stream()
        .filter(line -> line.id() == id)
        .findFirst()
        .ifPresent(line -> undo.offer("glossary.removed", kept(line)));
    glossary.remove(id);
    Faces.redirect(PAGE);
  }

  /** What was just removed, in all its languages again. */
  public void restore() {
    var known = new LinkedHashMap<String, String>();
    TranslationSettings.LANGUAGES.forEach(
        language -> known.put(language, undo.value("form." + language)));
    undo.back(() -> glossary.add(known, undo.value("kept") != null, undo.value("note")), PAGE);
  }

  private static Map<String, String> kept(Line line) {
    var values = new LinkedHashMap<String, String>();
    line.forms().forEach(form -> values.put("form." + form.language(), form.text()));
    values.put("kept", line.kept() ? "true" : null);
    values.put("note", line.note());
    return values;
  }

  private FacesMessage message(FacesMessage.Severity severity, String key) {
    return new FacesMessage(severity, readers.reader().word(key), null);
  }

  public List<String> getLanguages() {
    return TranslationSettings.LANGUAGES;
  }

  public List<Line> getLines() {
    return lines;
  }

  /** Where the next page begins, or null. */
  public Long getNext() {
    return next;
  }

  public Map<String, String> getForms() {
    return forms;
  }

  public boolean isKept() {
    return kept;
  }

  public void setKept(boolean kept) {
    this.kept = kept;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
