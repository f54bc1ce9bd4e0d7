package org.tulpar.web.client.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.Notices;
import org.tulpar.web.client.UndoBacking;
import org.tulpar.web.conversation.Readers;

/** Puts tags on the company of the address, and takes them off. */
@Named("companyTags")
@RequestScoped
public class CompanyTagsBacking {

  @Inject private CompanyBook book;
  @Inject private CompanyBacking company;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private String tag;

  public void label() {
    try {
      put(tag);
      notices.done("client.tagged");
      Faces.redirect(page());
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void unlabel(long tagId) {
    book.untag(company.getCard().id(), tagId, readers.user());
    company.getCard().tags().stream()
        .filter(one -> one.id() == tagId)
        .findFirst()
        .ifPresent(one -> undo.offer("client.untagged", Map.of("tag", one.name())));
    Faces.redirect(page());
  }

  /** The tag that was just taken off. */
  public void restore() {
    undo.back(() -> put(undo.value("tag")), page());
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String tag) {
    this.tag = tag;
  }

  private void put(String name) {
    book.tag(company.getCard().id(), name, readers.user());
  }

  private String page() {
    return "companies/" + company.getCard().id();
  }
}
