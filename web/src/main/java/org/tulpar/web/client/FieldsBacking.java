package org.tulpar.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Asked;

/**
 * The fields that the organization adds to the cards of its clients or its companies, and beside
 * them the one of the page's address or an empty one to fill; kept with the page, so that it is
 * changed as it was seen.
 */
@Named("clientFields")
@ViewScoped
public class FieldsBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "client-fields";

  /** A choice, and what is typed over it. */
  public static final class Line implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name;

    Line(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  @Inject private FieldSettings settings;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private Bearer bearer;
  private List<CustomField> all;
  private CustomField chosen;
  private String name;
  private CustomFieldType type = CustomFieldType.TEXT;
  private String choices;
  private List<Line> lines = List.of();
  private String fresh;

  @PostConstruct
  void look() {
    var asked = Criteria.constant(Bearer.values(), Asked.text("of"));
    bearer = asked == null ? Bearer.CLIENT : asked;
    look(Asked.number(Asked.text("id")).orElse(0L));
  }

  private void look(long id) {
    all = settings.all(bearer);
    chosen = all.stream().filter(field -> field.id() == id).findFirst().orElse(null);
    if (chosen != null) {
      name = chosen.name();
      lines = chosen.choices().stream().map(Line::new).toList();
      fresh = null;
    }
  }

  public void add() {
    try {
      settings.add(bearer, name, type, choices);
      notices.done("fields.added");
      Faces.redirect(page(null));
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  /** The chosen field by its new names, and with one choice more where one is typed. */
  public void save() {
    try {
      keep();
      notices.done("settings.saved");
      Faces.redirect(page(chosen.id()));
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  /** What is typed over the others is kept; the next page brings the choice back. */
  public void removeChoice(int place) {
    var choice = chosen.choices().get(place);
    lines.get(place).setName(choice);
    try {
      keep();
      settings.removeChoice(chosen.id(), choice);
      undo.offer(
          "fields.choice.removed",
          Map.of(
              "field", Long.toString(chosen.id()),
              "choice", choice,
              "place", Integer.toString(place)));
      Faces.redirect(page(chosen.id()));
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  /** The choice that was just removed, where it was. */
  public void restore() {
    var field = Criteria.number(undo.value("field"));
    var place = Criteria.number(undo.value("place"));
    if (field != null && place != null) {
      undo.back(() -> settings.restoreChoice(field, undo.value("choice"), place), page(field));
    }
  }

  /** From here on it is what stands there, whatever comes next. */
  private void keep() {
    var typed = Stream.concat(lines.stream().map(Line::getName), Stream.ofNullable(fresh)).toList();
    settings.change(chosen, name, typed);
    look(chosen.id());
  }

  /**
   * @param id of the field beside the list, or null for an empty one
   */
  private String page(Long id) {
    return PAGE + "?" + new Criteria().with("of", bearer).with("id", id).query();
  }

  public void archive(long id) {
    settings.archive(id);
    notices.done("fields.archived.done");
    Faces.redirect(page(null));
  }

  public void bringBack(long id) {
    settings.restore(id);
    notices.done("fields.restored.done");
    Faces.redirect(page(null));
  }

  /** Whose fields these are. */
  public Bearer getBearer() {
    return bearer;
  }

  public List<Bearer> getBearers() {
    return List.of(Bearer.values());
  }

  public List<CustomField> getAll() {
    return all;
  }

  /** Null while a new one is filled. */
  public CustomField getChosen() {
    return chosen;
  }

  /** Whether there is something to choose in it. */
  public boolean isChoosing() {
    return chosen != null && chosen.type() == CustomFieldType.CHOICE;
  }

  public List<Line> getLines() {
    return lines;
  }

  public List<CustomFieldType> getTypes() {
    return List.of(CustomFieldType.values());
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public CustomFieldType getType() {
    return type;
  }

  public void setType(CustomFieldType type) {
    this.type = type;
  }

  public String getChoices() {
    return choices;
  }

  public void setChoices(String choices) {
    this.choices = choices;
  }

  public String getFresh() {
    return fresh;
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }
}
