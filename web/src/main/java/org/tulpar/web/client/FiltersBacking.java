package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFieldType;
import org.tulpar.client.field.FieldChoice;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.FilterChoices;
import org.tulpar.conversation.team.Teams;
import org.tulpar.web.conversation.Readers;

/** What the list can be narrowed to, with what it is narrowed to. */
@Named("clientFilters")
@RequestScoped
public class FiltersBacking {

  /** Spoken by the clients of the region, and those that are translated. */
  static final List<String> LANGUAGES =
      List.of("ru", "en", "ky", "kk", "uz", "tr", "ar", "zh", "de", "fr", "es", "pl");

  /** Names of the address that are asked for seldom. */
  private static final List<String> BEHIND = List.of("channel", "lang", "silent", FieldChoice.NAME);

  /** A custom field with what can be chosen in it. */
  public record Field(String name, List<Choice> choices) {}

  @Inject private FilterChoices choices;
  @Inject private CompanyBook companies;
  @Inject private Teams teams;
  @Inject private ClientsBacking clients;
  @Inject private Readers readers;

  private FilterChoices.All all;

  public List<Choice> getTags() {
    var chosen = clients.getFilter().tagId();
    return all().tags().stream().map(tag -> choice(tag.id(), tag.name(), chosen)).toList();
  }

  public List<Choice> getStages() {
    var chosen = clients.getFilter().stageId();
    return all().stages().stream().map(one -> choice(one.id(), one.name(), chosen)).toList();
  }

  public List<Choice> getManagers() {
    var chosen = clients.getFilter().managerId();
    return teams.colleagues(chosen).stream()
        .map(one -> choice(one.id(), one.name(), chosen))
        .toList();
  }

  /** How many of those behind the button are chosen. */
  public int getMore() {
    var names = clients.getFilter().parameters();
    return (int) BEHIND.stream().filter(names::containsKey).count();
  }

  /** Name of the company whose people are shown, or null. */
  public String getCompany() {
    var chosen = clients.getFilter().companyId();
    return chosen == null ? null : companies.byId(chosen).map(Company::name).orElse(null);
  }

  public List<Choice> getLanguages() {
    var locale = readers.reader().locale();
    var chosen = clients.getFilter().language();
    return LANGUAGES.stream()
        .map(
            code ->
                new Choice(code, Locale.of(code).getDisplayLanguage(locale), code.equals(chosen)))
        .toList();
  }

  public List<Choice> getChannels() {
    var chosen = clients.getFilter().channel();
    return Stream.of(ChannelType.values())
        .map(
            type ->
                new Choice(
                    type.name(), readers.reader().word("channel.type." + type), type == chosen))
        .toList();
  }

  public List<Field> getFields() {
    return all().fields().stream().map(field -> new Field(field.name(), choices(field))).toList();
  }

  public List<Choice> getSilences() {
    var chosen = clients.getFilter().silent();
    return ClientFilter.SILENT.stream()
        .map(
            days ->
                new Choice(
                    days.toString(),
                    readers.reader().word("clients.silent." + days),
                    days.equals(chosen)))
        .toList();
  }

  /** A yes or no is told from others by its field's name. */
  private List<Choice> choices(CustomField field) {
    var chosen = clients.getFilter().field();
    return field.offers().stream()
        .map(
            value -> {
              var choice = new FieldChoice(field.id(), value);
              return new Choice(choice.toString(), label(field, value), choice.equals(chosen));
            })
        .toList();
  }

  private String label(CustomField field, String value) {
    if (field.type() != CustomFieldType.FLAG) {
      return value;
    }
    var word = readers.reader().word(Boolean.parseBoolean(value) ? "field.yes" : "field.no");
    return field.name() + ": " + word;
  }

  private static Choice choice(long id, String name, Long chosen) {
    return new Choice(Long.toString(id), name, Objects.equals(chosen, id));
  }

  private FilterChoices.All all() {
    if (all == null) {
      all = choices.all();
    }
    return all;
  }
}
