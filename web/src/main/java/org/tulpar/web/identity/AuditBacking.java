package org.tulpar.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.identity.audit.AuditArea;
import org.tulpar.identity.audit.AuditFilter;
import org.tulpar.identity.audit.AuditFilter.Spot;
import org.tulpar.identity.audit.AuditTrail;
import org.tulpar.web.conversation.Readers;

/** What was done, a page at a time; the whole state is in the address. */
@Named("audit")
@RequestScoped
public class AuditBacking {

  private static final String PAGE = "settings/audit";

  @Inject private AuditTrail trail;
  @Inject private Readers readers;

  private AuditFilter filter;
  private AuditTrail.Sheet sheet;
  private Spot behind;

  @PostConstruct
  void look() {
    filter = AuditFilter.of(Faces::getRequestParameter);
    behind = Spot.read(Faces.getRequestParameter("behind"));
    sheet = trail.page(filter, readers.reader().zone(), behind);
  }

  public List<AuditLine> getLines() {
    var reader = readers.reader();
    return sheet.rows().stream().map(row -> AuditLine.of(row, reader)).toList();
  }

  public List<Map.Entry<Long, String>> getPeople() {
    return new ArrayList<>(trail.people().entrySet());
  }

  public AuditArea[] getAreas() {
    return AuditArea.values();
  }

  public AuditFilter getFilter() {
    return filter;
  }

  public boolean isNarrow() {
    return !filter.criteria().isEmpty();
  }

  /** Whether this is not the first page. */
  public boolean isBehind() {
    return behind != null;
  }

  /** The address of the latest ones. */
  public String getLatest() {
    return PAGE + "?" + filter.criteria().query();
  }

  /** The address of the older ones, or null. */
  public String getOlder() {
    return sheet.more()
        ? PAGE + "?" + filter.criteria().with("behind", sheet.last()).query()
        : null;
  }
}
