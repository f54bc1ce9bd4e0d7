package org.tulpar.channel;

import org.tulpar.tenant.OrganizationId;

/**
 * The pipeline's work is cut into {@link #COUNT} lanes; an organization keeps its lane for ever, so
 * one worker per lane is one worker per organization.
 */
public final class Lane {

  /** Rows in flight carry their lane: change it only with empty work lists. */
  public static final int COUNT = 8;

  private Lane() {}

  /** The lane of an organization, from 0 to {@link #COUNT} - 1. */
  public static int of(OrganizationId organization) {
    return Math.floorMod(mix(organization.value().hashCode()), COUNT);
  }

  /** The last bits of a UUID may be a counter; every bit must count (MurmurHash3's finish). */
  private static int mix(int hash) {
    var h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
