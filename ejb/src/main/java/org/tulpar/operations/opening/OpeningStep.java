package org.tulpar.operations.opening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tulpar.agent.ReplyRules;
import org.tulpar.channel.line.Adoption;
import org.tulpar.deal.first.FirstPipeline;
import org.tulpar.identity.OperatorKey;
import org.tulpar.identity.people.Invitation;
import org.tulpar.identity.people.People;
import org.tulpar.tenant.Gluing;
import org.tulpar.tenant.OrganizationProfile;
import org.tulpar.tenant.TenantScope;

/** The one transaction in which the organization in scope comes to be. */
@Stateless
@RolesAllowed({Opening.SUPER_ADMIN, OperatorKey.ROLE})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OpeningStep {

  @Inject private OrganizationProfile profile;
  @Inject private People people;
  @Inject private FirstPipeline pipeline;
  @Inject private Gluing gluing;
  @Inject private ReplyRules rules;
  @Inject private Adoption adoption;

  public Opened open(NewOrganization asked, Invitation first, String by) {
    if (!profile.begin(asked.facts(), by)) {
      return known(asked, first);
    }
    var administrator = first == null ? null : people.first(first);
    pipeline.lay(asked.facts().locale());
    if (asked.glueSeconds() != null) {
      gluing.change(asked.glueSeconds());
    }
    if (!asked.rules().isEmpty()) {
      rules.replace(asked.rules());
    }
    var line = asked.line() == null ? null : adoption.adopt(asked.line());
    return new Opened(TenantScope.required(), true, administrator, line);
  }

  private Opened known(NewOrganization asked, Invitation first) {
    var administrator = first == null ? null : people.firstAgain(first).orElse(null);
    var line = asked.line() == null ? null : adoption.follow(asked.line()).orElse(null);
    return new Opened(TenantScope.required(), false, administrator, line);
  }
}
