package org.tulpar.catalog.partner;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.catalog.CatalogChanged;
import org.tulpar.catalog.CatalogRefused;
import org.tulpar.catalog.Offered;
import org.tulpar.tenant.Trail;
import org.tulpar.tenant.list.Page;
import org.tulpar.tenant.list.Place;

/** The partners by name, a page at a time; and what a person changes about one. */
@Stateless
public class PartnerBook {

  @Inject Partners partners;
  @Inject Trail trail;

  public Page<Partner> first(PartnerFilter filter) {
    return page(filter, null, false);
  }

  /** The first few by their names alone. */
  public List<Offered> few(PartnerFilter filter, int most) {
    return partners.named(filter, most);
  }

  public Page<Partner> after(PartnerFilter filter, Place last) {
    return page(filter, last, false);
  }

  /** The page that ends before this row; the first page when there is not a whole one. */
  public Page<Partner> before(PartnerFilter filter, Place first) {
    var page = page(filter, first, true);
    return page.before() == null ? first(filter) : page;
  }

  /** At most {@link Page#MANY} and one more. */
  public int count(PartnerFilter filter) {
    return partners.count(filter, Page.MANY + 1);
  }

  public Optional<Partner> byId(long partnerId) {
    return partners.byId(partnerId);
  }

  /** Whose a product may be. */
  public List<Offered> choices() {
    return partners.choices();
  }

  /**
   * Returns the id of the new partner.
   *
   * @throws CatalogRefused when something typed cannot stand there, or the name is taken
   */
  public long add(PartnerEdit typed, long userId) {
    var id =
        partners.insert(typed.checked()).orElseThrow(() -> new CatalogRefused("partner_taken"));
    trail.record("partner.created", userId, "partner", id);
    return id;
  }

  /**
   * @throws CatalogRefused when something typed cannot stand there, or the name is taken
   * @throws CatalogChanged when somebody else has saved meanwhile
   */
  public void save(long partnerId, PartnerEdit typed, long userId) {
    var edit = typed.checked();
    if (partners.known(edit.name()).filter(other -> other != partnerId).isPresent()) {
      throw new CatalogRefused("partner_taken");
    }
    if (!partners.update(partnerId, edit, typed.version())) {
      throw new CatalogChanged("partner " + partnerId);
    }
    trail.record("partner.edited", userId, "partner", partnerId);
  }

  private Page<Partner> page(PartnerFilter filter, Place from, boolean back) {
    var found = partners.page(filter, from, back, Page.SIZE + 1);
    return Page.of(found, back, from == null, row -> new Place(row.id(), row.nameKey()).toString());
  }
}
