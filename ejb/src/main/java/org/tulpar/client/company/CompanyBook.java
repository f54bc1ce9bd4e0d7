package org.tulpar.client.company;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.client.Tags;
import org.tulpar.client.Timeline;
import org.tulpar.client.TimelineLine;
import org.tulpar.client.TimelinePlace;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** The companies by name, a page at a time; and what a person changes about one. */
@Stateless
public class CompanyBook {

  /** Deals shown of one company; more are found on the board. */
  public static final int DEALS = 50;

  private static final int NAMES = 10;

  /** A company by what it is called. */
  public record Named(long id, String name) {}

  @Inject CompanyRows rows;
  @Inject Companies companies;
  @Inject Timeline timeline;
  @Inject Tags tags;
  @Inject CustomFields fields;
  @Inject Trail trail;
  @Inject Event<CompanyTagged> tagged;

  public Page<Company> first(CompanyFilter filter) {
    return page(filter, null, false);
  }

  /** The first few by their names alone. */
  public List<Named> few(CompanyFilter filter, int most) {
    return rows.named(filter, most);
  }

  public Page<Company> after(CompanyFilter filter, Place last) {
    return page(filter, last, false);
  }

  /** The page that ends before this row; the first page when there is not a whole one. */
  public Page<Company> before(CompanyFilter filter, Place first) {
    var page = page(filter, first, true);
    return page.before() == null ? first(filter) : page;
  }

  /** At most {@link Page#MANY} and one more. */
  public int count(CompanyFilter filter) {
    return rows.count(filter, Page.MANY + 1);
  }

  public Optional<Company> byId(long companyId) {
    return rows.byId(companyId);
  }

  /** At most {@link #DEALS} and one more: those still open first, then the latest. */
  public List<CompanyDeal> deals(long companyId) {
    return rows.deals(companyId, DEALS + 1);
  }

  /** What happened with those who work there, the latest first; only what lies below a place. */
  public Page<TimelineLine> timeline(long companyId, TimelinePlace below) {
    return timeline.ofCompany(companyId, below);
  }

  /** What a name that somebody has begun to type may become; nothing for nothing. */
  public List<String> names(CompanyFilter typed) {
    return typed.search().isEmpty()
        ? List.of()
        : few(typed, NAMES).stream().map(Named::name).toList();
  }

  /**
   * Returns the id of the new company.
   *
   * @throws ClientRefused when something typed cannot stand there, or the name is taken
   */
  public long add(CompanyEdit typed, long userId) {
    return add(typed, fields.active(Bearer.COMPANY), userId);
  }

  private long add(CompanyEdit typed, List<CustomField> filled, long userId) {
    var edit = typed.checked();
    var id = companies.insert(edit).orElseThrow(() -> new ClientRefused("company_taken"));
    fields.fill(filled, id, edit.values());
    trail.record("company.created", userId, "company", id);
    return id;
  }

  /**
   * What was removed, with its tags and what it held, be it in a field that is archived.
   *
   * @throws ClientRefused when the name is taken meanwhile, or a choice is not there any more
   */
  public void addAgain(CompanyEdit edit, List<String> borne, long userId) {
    var id = add(edit, fields.all(Bearer.COMPANY), userId);
    borne.forEach(name -> tags.put(Bearer.COMPANY, id, name));
  }

  /**
   * @throws ClientRefused when something typed cannot stand there, or the name is taken
   * @throws CompanyChanged when somebody else has saved meanwhile
   */
  public void save(long companyId, CompanyEdit typed, long userId) {
    var edit = typed.checked();
    switch (companies.update(companyId, edit)) {
      case SAVED -> {
        fields.fill(fields.active(Bearer.COMPANY), companyId, edit.values());
        trail.record("company.edited", userId, "company", companyId);
      }
      case TAKEN -> throw new ClientRefused("company_taken");
      case CHANGED -> throw new CompanyChanged(companyId);
    }
  }

  /**
   * @throws ClientRefused while a card names it
   */
  public void remove(long companyId, long userId) {
    var before = rows.byId(companyId);
    if (!companies.remove(companyId)) {
      throw new ClientRefused("company_used");
    }
    before.stream()
        .flatMap(company -> company.tags().stream())
        .forEach(tag -> tags.forgetUnused(tag.name()));
    trail.gone(
        "company.removed", userId, "company", companyId, before.map(Company::name).orElse(null));
  }

  /**
   * One that is on it already is let be.
   *
   * @throws ClientRefused when there is no name or a too long one, or the company has gone
   */
  public void tag(long companyId, String name, long userId) {
    if (!companies.hold(companyId)) {
      throw new ClientRefused("company_gone");
    }
    tags.put(Bearer.COMPANY, companyId, name)
        .ifPresent(tag -> tell("company.tagged", companyId, tag.name(), userId));
  }

  /** One that is not on it is let be. */
  public void untag(long companyId, long tagId, long userId) {
    for (var tag : tags.of(Bearer.COMPANY, companyId)) {
      if (tag.id() == tagId) {
        tags.takeOff(Bearer.COMPANY, companyId, tagId);
        tell("company.untagged", companyId, tag.name(), userId);
      }
    }
  }

  private void tell(String event, long companyId, String tag, long userId) {
    trail.tagged(event, userId, "company", companyId, tag);
    tagged.fire(new CompanyTagged(TenantScope.required(), companyId));
  }

  private Page<Company> page(CompanyFilter filter, Place from, boolean back) {
    var found = rows.page(filter, from, back, Page.SIZE + 1);
    return Page.of(found, back, from == null, row -> new Place(row.id(), row.nameKey()).toString());
  }
}
