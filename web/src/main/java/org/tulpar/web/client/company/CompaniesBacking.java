package org.tulpar.web.client.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyFilter;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.list.FilterChoices;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.client.Choice;
import org.tulpar.web.client.OwnFilters;
import org.tulpar.web.client.Pager;
import org.tulpar.web.conversation.Readers;

/** The list of companies as its address says. */
@Named("companies")
@RequestScoped
public class CompaniesBacking {

  @Inject private CompanyBook book;
  @Inject private FilterChoices choices;
  @Inject private Readers readers;

  private CompanyFilter filter;
  private Page<Company> page;
  private List<CompanyLine> lines;
  private Integer count;
  private List<Choice> tags;
  private List<CustomField> fields;
  private OwnFilters own;

  public CompanyFilter getFilter() {
    if (filter == null) {
      var asked = CompanyFilter.read(Faces::getRequestParameterValues);
      filter = asked.fields().isEmpty() ? asked : asked.within(fields());
    }
    return filter;
  }

  public List<CompanyLine> getLines() {
    if (lines == null) {
      var reader = readers.reader();
      lines = page().rows().stream().map(row -> CompanyLine.of(row, reader)).toList();
    }
    return lines;
  }

  public Pager getPager() {
    return Pager.of("companies", getFilter().criteria(), page(), count(), readers.reader());
  }

  public String getTotal() {
    return readers
        .reader()
        .word(count() > Page.MANY ? "companies.total.many" : "companies.total", count());
  }

  public List<Choice> getTags() {
    if (tags == null) {
      var chosen = getFilter().tagId();
      tags =
          choices.tags().stream()
              .map(
                  tag ->
                      new Choice(
                          Long.toString(tag.id()), tag.name(), Objects.equals(tag.id(), chosen)))
              .toList();
    }
    return tags;
  }

  public OwnFilters getOwn() {
    if (own == null) {
      var shown = getFilter();
      own =
          OwnFilters.of("companies", fields(), shown.fields(), shown.criteria(), readers.reader());
    }
    return own;
  }

  public List<Choice> getDeals() {
    return has("companies.deals.", getFilter().deals());
  }

  public List<Choice> getPeople() {
    return has("companies.people.", getFilter().people());
  }

  public boolean isNarrow() {
    return !getFilter().criteria().isEmpty();
  }

  private List<Choice> has(String words, CompanyFilter.Has chosen) {
    return Stream.of(CompanyFilter.Has.values())
        .map(one -> new Choice(one.name(), readers.reader().word(words + one), one == chosen))
        .toList();
  }

  private List<CustomField> fields() {
    if (fields == null) {
      fields = choices.fields(Bearer.COMPANY);
    }
    return fields;
  }

  private int count() {
    if (count == null) {
      count = book.count(getFilter());
    }
    return count;
  }

  private Page<Company> page() {
    if (page == null) {
      page =
          Pager.asked(
              first -> book.before(getFilter(), first),
              last -> book.after(getFilter(), last),
              () -> book.first(getFilter()));
    }
    return page;
  }
}
