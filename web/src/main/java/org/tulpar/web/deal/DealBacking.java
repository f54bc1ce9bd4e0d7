package org.tulpar.web.deal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;
import org.tulpar.catalog.product.ProductFilter;
import org.tulpar.catalog.product.ProductList;
import org.tulpar.deal.Board;
import org.tulpar.deal.Choice;
import org.tulpar.deal.DealDesk;
import org.tulpar.deal.DealDraft;
import org.tulpar.deal.DealStale;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.ThreadBacking;
import org.tulpar.web.shell.Brought;

/** What a person does with one deal; afterwards the board shows how it stands, done or refused. */
@Named("deal")
@ViewScoped
public class DealBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Products that are offered at once: whoever does not find hers types on. */
  private static final int OFFERED = 8;

  @Inject private Board board;
  @Inject private ProductList catalogue;
  @Inject private DealDesk desk;
  @Inject private Readers readers;
  @Inject private DealsBacking deals;
  @Inject private ThreadBacking thread;

  private final Brought<DealSheet> sheet = new Brought<>();
  private final Brought<List<Choice>> found = new Brought<>();
  private final Brought<List<Choice>> products = new Brought<>();

  /** Opens the panel: the deal, and the conversation the browser named with it. */
  public void choose() {
    Wanted.number("id").ifPresent(this::show);
    var shown = sheet.get();
    if (shown == null) {
      refused("refused.deal_unknown");
    } else if (shown.conversation() != null
        && shown.conversation().equals(Wanted.number("c").orElse(null))) {
      thread.choose();
    }
  }

  /** Puts a card where it was dropped. */
  public void move() {
    var id = Wanted.number("id").orElse(0L);
    attempt(
        () -> {
          var version = desk.move(Wanted.move(id), readers.user());
          PrimeFaces.current().ajax().addCallbackParam("version", version);
        });
    deals.changed(List.of(id));
  }

  /** Makes a deal. */
  public void create() {
    attempt(
        () -> {
          var id =
              desk.create(
                  Wanted.number("client").orElse(0L),
                  Wanted.number("conversation").orElse(null),
                  Wanted.number("stage").orElse(0L),
                  draft(),
                  readers.user());
          PrimeFaces.current().ajax().addCallbackParam("created", Long.toString(id));
          deals.changed(List.of(id));
        });
  }

  /** Writes on a card; where another person was sooner, the panel shows what she has written. */
  public void save() {
    var id = Wanted.number("id").orElse(0L);
    attempt(
        () -> {
          try {
            desk.edit(id, version(), draft(), readers.user());
            PrimeFaces.current().ajax().addCallbackParam("saved", Boolean.TRUE);
          } catch (DealStale e) {
            show(id);
            throw e;
          }
          show(id);
        });
    deals.changed(List.of(id));
  }

  /** Whom a new deal may be about. */
  public void search() {
    var text = Wanted.text("q");
    found.set(text == null ? List.of() : board.clients(text));
  }

  /** What a deal may be about. */
  public void products() {
    var filter = new ProductFilter(Criteria.search(Wanted.text("q")), null, null, null, false);
    products.set(
        catalogue.few(filter, OFFERED).stream()
            .map(one -> new Choice(one.id(), one.name()))
            .toList());
  }

  /** Null unless they were asked for. */
  public List<Choice> getProducts() {
    return products.get();
  }

  public DealSheet getSheet() {
    return sheet.get();
  }

  public List<Choice> getFound() {
    return found.get();
  }

  private void show(long id) {
    board
        .card(id)
        .map(card -> DealSheet.of(card, board.people(), board.history(id), readers.reader()))
        .ifPresent(sheet::set);
  }

  private DealDraft draft() {
    return new DealDraft(
        Wanted.text("title"),
        Wanted.amount(),
        Wanted.text("currency"),
        Wanted.number("product").orElse(null),
        Wanted.number("owner").orElse(null),
        Wanted.text("step"),
        Wanted.moment("at", readers.reader().zone()));
  }

  private static int version() {
    return Wanted.number("version").orElse(-1L).intValue();
  }

  /** A business no is told to the person. */
  private void attempt(Runnable act) {
    if (Wanted.isAmountUnreadable()) {
      refused("refused.deal_number");
      return;
    }
    try {
      act.run();
    } catch (Refused e) {
      refused(e.code());
    }
  }

  private void refused(String code) {
    PrimeFaces.current().ajax().addCallbackParam("refused", readers.reader().word(code));
  }
}
