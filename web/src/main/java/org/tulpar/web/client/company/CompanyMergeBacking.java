package org.tulpar.web.client.company;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.client.Tag;
import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyBook;
import org.tulpar.client.company.CompanyFilter;
import org.tulpar.client.company.CompanyMerge;
import org.tulpar.client.merge.MergePreview;
import org.tulpar.kernel.Refused;
import org.tulpar.web.client.MergeLine;
import org.tulpar.web.client.Notices;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/** What two companies of the address would become; what was just merged can be parted. */
@Named("companyMerge")
@RequestScoped
public class CompanyMergeBacking {

  private static final int FOUND = 10;

  @Inject private CompanyBook book;
  @Inject private CompanyMerge merge;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private Company survivor;
  private Company loser;
  private List<MergeLine> lines;

  @PostConstruct
  void look() {
    survivor = named("survivor");
    loser = named("loser");
    if (survivor != null && loser != null && survivor.id() == loser.id()) {
      loser = null;
    }
  }

  /** A company that is not there is an error. */
  public void open() {
    if (survivor == null) {
      Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
    }
  }

  /** Companies that may be the other one. */
  public List<CompanyLine> getFound() {
    if (getSearch().isBlank()) {
      return List.of();
    }
    var reader = readers.reader();
    return book.first(CompanyFilter.of(Faces::getRequestParameter)).rows().stream()
        .filter(one -> one.id() != survivor.id())
        .limit(FOUND)
        .map(one -> CompanyLine.of(one, reader))
        .toList();
  }

  /** What stands in both, besides their names, and what will stand in the one they become. */
  public List<MergeLine> getLines() {
    if (lines == null) {
      var reader = readers.reader();
      var about = new MergePreview.Row<>("about", survivor.about(), loser.about());
      var tags = new MergePreview.Tags(tags(survivor), tags(loser));
      lines = new ArrayList<>(List.of(MergeLine.text(reader.word("company.about"), about)));
      merge.own(survivor, loser).forEach(row -> lines.add(MergeLine.own(row, reader)));
      lines.add(MergeLine.tags(tags, reader));
    }
    return lines;
  }

  private static List<String> tags(Company company) {
    return company.tags().stream().map(Tag::name).toList();
  }

  public void merge() {
    try {
      var done = merge.merge(id("survivor"), id("loser"), readers.user());
      Faces.redirect("companies/" + id("survivor") + "?merged=" + done);
    } catch (Refused e) {
      notices.refusedBefore(e);
      Faces.redirect("companies");
    }
  }

  public void undo() {
    try {
      var back = merge.undo(getMergeId(), readers.user());
      notices.done("company.parted");
      Faces.redirect("companies/" + back);
    } catch (Refused e) {
      notices.refusedBefore(e);
      Faces.redirect("companies");
    }
  }

  /** Name of the company that was just merged, while it can come back; or null. */
  public String getMerged() {
    return getMergeId() == 0 ? null : merge.merged(getMergeId()).orElse(null);
  }

  public long getMergeId() {
    return id("merged");
  }

  public String getSearch() {
    return Asked.text("q");
  }

  public Company getSurvivor() {
    return survivor;
  }

  public Company getLoser() {
    return loser;
  }

  private Company named(String parameter) {
    return Asked.number(Asked.text(parameter)).flatMap(book::byId).orElse(null);
  }

  private static long id(String parameter) {
    return Asked.number(Asked.text(parameter)).orElse(0L);
  }
}
