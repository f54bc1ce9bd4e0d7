package org.tulpar.web.client.company;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.client.Tag;
import org.tulpar.client.TimelinePlace;
import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyEdit;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.FieldSettings;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.web.client.ClientLine;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.TimelineView;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** One company with its clients and their deals, or an empty one to fill, as the address says. */
@Named("company")
@RequestScoped
public class CompanyBacking {

  private static final String NEW = "new";

  /** Before the id of a field, where its value waits to come back. */
  private static final String OWN = "own.";

  /** So many of those who work there are shown: below them stands what they did. */
  private static final int PEOPLE = 10;

  @Inject private CompanyBook book;
  @Inject private ClientList clients;
  @Inject private FieldSettings fields;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private Company card;
  private CompanyForm form;
  private CompanyLine line;
  private ClientList.Page people;
  private List<CompanyDealLine> deals;
  private TimelineView past;

  @PostConstruct
  void look() {
    var id = Criteria.number(address);
    card = id == null ? null : book.byId(id).orElse(null);
    if (card != null) {
      form = new CompanyForm(card, fields.active(Bearer.COMPANY));
      line = CompanyLine.of(card, readers.reader());
    } else if (NEW.equals(address)) {
      form = new CompanyForm(fields.active(Bearer.COMPANY));
    }
  }

  /** A company that is not there is an error. */
  public void open() {
    if (address != null && card == null && !NEW.equals(address)) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
  }

  /** Name of the page's body. */
  public String getPart() {
    if (card != null) {
      return "company";
    }
    return NEW.equals(address) ? "company-new" : "companies";
  }

  public void add() {
    try {
      leave("companies/" + book.add(form.edit(), readers.user()), "company.added");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void save() {
    try {
      book.save(card.id(), form.edit(), readers.user());
      leave("companies/" + card.id(), "client.saved");
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void remove() {
    try {
      book.remove(card.id(), readers.user());
    } catch (Refused e) {
      notices.refused(e);
      return;
    }
    var values = new HashMap<String, String>();
    values.put("name", card.name());
    values.put("about", card.about());
    values.put("tags", card.tags().stream().map(Tag::name).collect(Collectors.joining("\n")));
    card.values().forEach((field, value) -> values.put(OWN + field, value));
    undo.offer("company.removed", values);
    Faces.redirect("companies");
  }

  /** What was just removed, under its name, with its tags and what it held. */
  public void restore() {
    undo.back(
        () -> {
          var edit = new CompanyEdit(undo.value("name"), undo.value("about"), held(), 0);
          var tags = Stream.ofNullable(undo.value("tags")).flatMap(String::lines).toList();
          book.addAgain(edit, tags, readers.user());
        },
        "companies");
  }

  private Map<Long, String> held() {
    var values = new HashMap<Long, String>();
    for (var field : fields.all(Bearer.COMPANY)) {
      var value = undo.value(OWN + field.id());
      if (value != null) {
        values.put(field.id(), value);
      }
    }
    return values;
  }

  /** The latest of those who work there. */
  public List<ClientLine> getClients() {
    var reader = readers.reader();
    return people().rows().stream().limit(PEOPLE).map(row -> ClientLine.of(row, reader)).toList();
  }

  /** Whether there are more than are shown. */
  public boolean isMoreClients() {
    return people().rows().size() > PEOPLE;
  }

  public List<CompanyDealLine> getDeals() {
    return deals().stream().limit(CompanyBook.DEALS).toList();
  }

  public boolean isMoreDeals() {
    return deals().size() > CompanyBook.DEALS;
  }

  /** What happened with those who work there. */
  public TimelineView getPast() {
    if (past == null) {
      var below = TimelinePlace.read(Faces.getRequestParameter("until"));
      past = TimelineView.of(book.timeline(card.id(), below), readers.reader());
    }
    return past;
  }

  public Company getCard() {
    return card;
  }

  public CompanyForm getForm() {
    return form;
  }

  public CompanyLine getLine() {
    return line;
  }

  private List<CompanyDealLine> deals() {
    if (deals == null) {
      var reader = readers.reader();
      deals = book.deals(card.id()).stream().map(deal -> CompanyDealLine.of(deal, reader)).toList();
    }
    return deals;
  }

  private ClientList.Page people() {
    if (people == null) {
      people =
          clients.first(
              ClientFilter.of(name -> name.equals("company") ? Long.toString(card.id()) : null));
    }
    return people;
  }

  private void leave(String where, String words) {
    notices.done(words);
    Faces.redirect(where);
  }
}
