package org.tulpar.web.catalog;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.tulpar.catalog.partner.Partner;
import org.tulpar.catalog.partner.PartnerBook;
import org.tulpar.catalog.partner.PartnerFilter;
import org.tulpar.kernel.Refused;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.Pager;
import org.tulpar.web.conversation.Readers;

/** The partners, and beside them the one of the page's address or an empty one to fill. */
@Named("partners")
@RequestScoped
public class PartnersBacking {

  @Inject private PartnerBook book;
  @Inject private Readers readers;
  @Inject private Notices notices;

  @Inject
  @Param(pathIndex = 0)
  private String address;

  private Partner chosen;
  private PartnerForm form = new PartnerForm();
  private PartnerFilter filter;
  private Page<Partner> page;
  private Integer count;

  @PostConstruct
  void look() {
    var id = Criteria.number(address);
    if (id != null) {
      chosen = book.byId(id).orElse(null);
    }
    if (chosen != null) {
      form = new PartnerForm(chosen);
    }
  }

  /** A partner that is not there is an error. */
  public void open() {
    if (address != null && chosen == null) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
  }

  public void save() {
    try {
      if (chosen == null) {
        leave(book.add(form.edit(), readers.user()), "partner.added");
      } else {
        book.save(chosen.id(), form.edit(), readers.user());
        leave(chosen.id(), "client.saved");
      }
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public List<Partner> getLines() {
    return page().rows();
  }

  /** As a person reads a share; empty when none was agreed on. */
  public String share(Partner partner) {
    return partner.commission() == null
        ? ""
        : partner.commission().stripTrailingZeros().toPlainString() + " %";
  }

  public Pager getPager() {
    return Pager.of("partners", getFilter().criteria(), page(), count(), readers.reader());
  }

  public String getTotal() {
    return readers
        .reader()
        .word(count() > Page.MANY ? "products.total.many" : "products.total", count());
  }

  /** The filter as the query of an address. */
  public String getQuery() {
    return getFilter().criteria().query();
  }

  public boolean isNarrow() {
    return !getFilter().criteria().isEmpty();
  }

  public PartnerFilter getFilter() {
    if (filter == null) {
      filter = PartnerFilter.of(Faces::getRequestParameter);
    }
    return filter;
  }

  public Partner getChosen() {
    return chosen;
  }

  public PartnerForm getForm() {
    return form;
  }

  private int count() {
    if (count == null) {
      count = book.count(getFilter());
    }
    return count;
  }

  private Page<Partner> page() {
    if (page == null) {
      page =
          Pager.asked(
              first -> book.before(getFilter(), first),
              last -> book.after(getFilter(), last),
              () -> book.first(getFilter()));
    }
    return page;
  }

  private void leave(long id, String words) {
    notices.done(words);
    Faces.redirect("partners/" + id);
  }
}
