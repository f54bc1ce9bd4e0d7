package org.tulpar.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.kernel.Refused;

/** The fields that the organization adds to its clients' cards. */
@Named("clientFields")
@RequestScoped
public class FieldsBacking {

  @Inject private FieldSettings settings;
  @Inject private Notices notices;

  private List<CustomField> all;
  private String name;
  private CustomFieldType type = CustomFieldType.TEXT;
  private String choices;

  @PostConstruct
  void look() {
    all = settings.all();
  }

  public void add() {
    try {
      settings.add(name, type, choices);
      notices.done("fields.added");
      Faces.redirect("client-fields");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void archive(long id) {
    settings.archive(id);
    notices.done("fields.archived.done");
    Faces.redirect("client-fields");
  }

  public void restore(long id) {
    settings.restore(id);
    notices.done("fields.restored.done");
    Faces.redirect("client-fields");
  }

  public List<CustomField> getAll() {
    return all;
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
}
