package org.tulpar.web.client.company;

import org.tulpar.client.company.CompanyDeal;
import org.tulpar.web.client.ClientLine;
import org.tulpar.web.client.Money;
import org.tulpar.web.conversation.Reader;

/**
 * A deal of a company as it is shown.
 *
 * @param stageKind colour of the stage's badge
 * @param amount null when nobody has named one
 * @param client who it is with
 */
public record CompanyDealLine(
    long id,
    String title,
    long pipeline,
    String stage,
    String stageKind,
    String amount,
    long clientId,
    String client) {

  static CompanyDealLine of(CompanyDeal deal, Reader reader) {
    return new CompanyDealLine(
        deal.id(),
        deal.title(),
        deal.pipelineId(),
        deal.stage(),
        ClientLine.stageKind(deal.kind()),
        Money.of(deal.amount(), deal.currency(), reader),
        deal.clientId(),
        deal.client() == null ? reader.word("client.nameless") : deal.client());
  }
}
