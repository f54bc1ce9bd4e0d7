package org.tulpar.operations.opening;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.identity.OperatorKey;
import org.tulpar.identity.people.Invitation;
import org.tulpar.identity.people.Invitations;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** Opens organizations, for the super-admin and for a program of the operator's. */
@Stateless
@DeclareRoles({Opening.SUPER_ADMIN, OperatorKey.ROLE})
@RolesAllowed({Opening.SUPER_ADMIN, OperatorKey.ROLE})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Opening {

  static final String SUPER_ADMIN = "SUPER_ADMIN";

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

  @Inject private OpeningStep step;
  @Inject private Invitations invitations;
  @Inject private ChannelDirectory channels;

  /**
   * Opens one. Asked again under its key, it is left as its people have it by now, but for the
   * address of its line's gateway, which follows, and for the administrator who has not set her
   * password yet: the answer with the first one may have been lost, she is given another.
   *
   * @param by who asks, for the audit
   * @throws org.tulpar.kernel.Refused when something cannot stand or is taken; then nothing is left
   */
  public Opened open(NewOrganization asked, String by) {
    var organization = number(asked.key());
    var first = invitation(asked);
    var opened = TenantScope.within(organization, () -> step.open(asked, first, by));
    if (!opened.fresh() && opened.line() != null) {
      channels.forget(organization, opened.line().channel());
    }
    return opened;
  }

  private Invitation invitation(NewOrganization asked) {
    var person = asked.administrator();
    var facts = asked.facts();
    return person == null
        ? null
        : invitations.write(person.login(), person.name(), facts.locale(), facts.zone());
  }

  /** Of one key always the same, so that the database itself lets nobody in twice. */
  private static OrganizationId number(String key) {
    if (key == null) {
      return new OrganizationId(UUID.randomUUID());
    }
    if (!KEY.matcher(key).matches()) {
      throw new OpeningRefused();
    }
    return new OrganizationId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
  }
}
