package org.tulpar.client.company;

import java.util.List;
import java.util.Map;
import org.tulpar.client.Tag;
import org.tulpar.tenant.list.Sum;

/**
 * A company, and what there is with those who work there.
 *
 * @param about or null
 * @param version grows with every change; a save names the one it was made from
 * @param tags by name
 * @param values of custom fields, as they may be typed again
 * @param clients cards that are not merged into another
 * @param deals that are neither won nor lost
 * @param sums of these deals, one per currency; a deal without an amount is in none
 */
public record Company(
    long id,
    String name,
    String nameKey,
    String about,
    int version,
    List<Tag> tags,
    Map<Long, String> values,
    int clients,
    int deals,
    List<Sum> sums) {}
