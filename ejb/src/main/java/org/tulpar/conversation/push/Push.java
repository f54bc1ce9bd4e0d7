package org.tulpar.conversation.push;

import org.tulpar.tenant.OrganizationId;

/**
 * A notice on its way to one browser.
 *
 * @param subscription the row of the browser
 */
public record Push(
    OrganizationId organization, long subscription, PushAddress address, PushWords words) {}
