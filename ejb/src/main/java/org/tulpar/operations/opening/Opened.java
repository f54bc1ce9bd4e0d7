package org.tulpar.operations.opening;

import org.tulpar.channel.line.Adoption.Adopted;
import org.tulpar.identity.people.People.Admitted;
import org.tulpar.tenant.OrganizationId;

/**
 * An organization that there is.
 *
 * @param fresh false: it was opened before, and is as its people have it
 * @param administrator with the one-time password; null when nobody was asked for, or she has had a
 *     password of her own
 * @param line null when none was asked for, or it has no such line any more
 */
public record Opened(
    OrganizationId organization, boolean fresh, Admitted administrator, Adopted line) {}
