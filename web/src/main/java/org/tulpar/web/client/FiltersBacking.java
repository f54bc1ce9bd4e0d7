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

  /** Names of the address that are asked for seldom, and that nothing else shows. */
  private static final List<String> BEHIND = List.of("channel", "lang", "silent");

  @Inject private FilterChoices choices;
  @Inject private CompanyBook companies;
  @Inject private Teams teams;
  @Inject private ClientsBacking clients;
  @Inject private Readers readers;

  private FilterChoices.All all;
  private OwnFilters own;

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
    return (int)
        clients.getFilter().criteria().parameters().stream()
            .filter(pair -> BEHIND.contains(pair.getKey()))
            .count();
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

  public OwnFilters getOwn() {
    if (own == null) {
      var filter = clients.getFilter();
      own =
          OwnFilters.of(
              "clients", all().fields(), filter.fields(), filter.criteria(), readers.reader());
    }
    return own;
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
