package org.tulpar.web.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.product.PriceDraft;
import org.tulpar.catalog.product.PriceUnit;
import org.tulpar.catalog.product.ProductCard;
import org.tulpar.catalog.product.ProductFile;
import org.tulpar.catalog.product.ProductType;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Readers;

/** One product, or an empty one to fill, as the page's address says. */
@Named("productCard")
@RequestScoped
public class ProductBacking {

  private static final String NEW = "new";

  @Inject private ProductFile file;
  @Inject private OrganizationProfile organization;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private ProductUndoBacking undo;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private ProductCard card;
  private ProductForm form = new ProductForm();

  @PostConstruct
  void look() {
    var id = Criteria.number(address);
    if (id != null) {
      card = file.card(id).orElse(null);
    }
    if (card != null) {
      form = new ProductForm(card);
    }
  }

  /** A product that is not there is an error; a button of a table is heard. */
  public void open() {
    if (address != null && card == null && !NEW.equals(address)) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    } else if (card != null) {
      Act.asked().ifPresent(this::act);
    }
  }

  /** Name of the page's body. */
  public String getPart() {
    if (card != null) {
      return "product";
    }
    return NEW.equals(address) ? "product-new" : "products";
  }

  public void add() {
    attempt(() -> leave(file.add(form.edit(), readers.user()), "product.added"));
  }

  public void save() {
    attempt(
        () -> {
          file.save(card.id(), form.edit(), readers.user());
          leave(card.id(), "client.saved");
        });
  }

  public List<DepartureLine> getDepartures() {
    var today = file.today();
    var reader = readers.reader();
    return card.departures().stream().map(one -> DepartureLine.of(one, today, reader)).toList();
  }

  public List<PriceLine> getPrices() {
    var today = file.today();
    var reader = readers.reader();
    return card.prices().stream().map(fact -> PriceLine.of(fact, today, reader)).toList();
  }

  public List<PriceUnit> getUnits() {
    return List.of(PriceUnit.values());
  }

  /** What a price is offered for first. */
  public PriceUnit getUsual() {
    return isTour() ? PriceUnit.ADULT : PriceUnit.PIECE;
  }

  /** The organization's own first. */
  public List<String> getCurrencies() {
    return organization.currencies();
  }

  public boolean isTour() {
    return card.type() == ProductType.TOUR;
  }

  public ProductCard getCard() {
    return card;
  }

  public ProductForm getForm() {
    return form;
  }

  /** What was typed into a field that is no component, so that it still stands there. */
  public String typed(String name) {
    return Act.typed(name);
  }

  private void act(Act act) {
    attempt(
        () -> {
          switch (act.name()) {
            case "price-remove" -> undo.removePrice(card, act.id());
            case "departure-remove" -> undo.removeDeparture(card, act.id());
            default -> change(act);
          }
        });
  }

  private void change(Act act) {
    switch (act.name()) {
      case "price-add" -> file.price(card.id(), draft(), readers.user());
      case "price-end" -> file.endPrice(act.id(), Act.typed("last" + act.id()), readers.user());
      case "departure-add" ->
          file.departure(
              card.id(),
              Act.typed("starts"),
              Act.typed("ends"),
              Act.typed("seats"),
              readers.user());
      case "departure-seats" -> file.seats(act.id(), Act.typed("seats" + act.id()), readers.user());
      default -> throw new IllegalArgumentException(act.name());
    }
    leave(card.id(), "product." + act.name());
  }

  private static PriceDraft draft() {
    return PriceDraft.read(
        Criteria.constant(PriceUnit.values(), Act.typed("unit")),
        Act.typed("season"),
        Act.typed("amount"),
        Act.typed("currency"),
        Act.typed("from"),
        Act.typed("to"));
  }

  private void attempt(Runnable act) {
    try {
      act.run();
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  private void leave(long id, String words) {
    notices.done(words);
    Faces.redirect("products/" + id);
  }
}
