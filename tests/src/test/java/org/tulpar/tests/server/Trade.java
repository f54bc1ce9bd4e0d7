package org.tulpar.tests.server;

/** What newcomers sell: the board of their deals, the catalogue, an order. */
public final class Trade {

  private final Newcomers newcomers;

  Trade(Newcomers newcomers) {
    this.newcomers = newcomers;
  }

  /** A deal of a conversation's client, in the only stage there is. */
  public void deal(long conversation, String stage) {
    newcomers.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'Sales', 1)",
        newcomers.organization());
    newcomers.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 1,"
            + " 1, ?, 1, 'OPEN')",
        newcomers.organization(),
        stage);
    newcomers.write(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id,"
            + " title) values (?, 1, ?, ?, 1, 1, 'Deal')",
        newcomers.organization(),
        conversation,
        conversation);
  }

  /**
   * A board with a deal about the dialogue of {@link Newcomers#talkWithTheBot}, and one about
   * nobody's.
   */
  public void sell(String about, String other) {
    newcomers.write(
        "insert into client (organization_id, id, name) values (?, 2, 'Fatima')",
        newcomers.organization());
    newcomers.write(
        "insert into pipeline (organization_id, id, name, position) values (?, 1, 'Tours', 1)",
        newcomers.organization());
    newcomers.write(
        "insert into stage (organization_id, id, pipeline_id, name, position, kind) values (?, 1, 1,"
            + " 'New', 1, 'OPEN'), (?, 2, 1, 'Won', 2, 'WON')",
        newcomers.organization(),
        newcomers.organization());
    newcomers.write(
        "insert into deal (organization_id, id, client_id, conversation_id, pipeline_id, stage_id,"
            + " title, board_position) values (?, 1, 1, 1, 1, 1, ?, 1), (?, 2, 2, null, 1, 1, ?, 2)",
        newcomers.organization(),
        about,
        newcomers.organization(),
        other);
  }

  /** One of these deals was won by the first of the organization's people, so many days ago. */
  public void wins(long deal, int daysAgo, String amount) {
    newcomers.write(
        "update deal set stage_id = 2, amount = ?::numeric, currency = 'KGS', closed_at = now() - ?"
            + " * interval '1 day', owner_id = (select min(u.id) from users u where"
            + " u.organization_id = deal.organization_id) where organization_id = ? and id = ?",
        amount,
        daysAgo,
        newcomers.organization(),
        deal);
  }

  /** One of these deals was lost yesterday, by the first of the organization's people. */
  public void loses(long deal, String reason) {
    newcomers.write(
        "insert into stage (organization_id, id, pipeline_id, name, kind, position) select distinct"
            + " organization_id, 3, pipeline_id, 'Потеряна', 'LOST', 9 from stage where"
            + " organization_id = ? on conflict do nothing",
        newcomers.organization());
    newcomers.write(
        "insert into lost_reason (organization_id, id, name) values (?, ?, ?)",
        newcomers.organization(),
        deal,
        reason);
    newcomers.write(
        "update deal set stage_id = 3, lost_reason_id = id, closed_at = now() - interval '1 day',"
            + " owner_id = (select min(u.id) from users u where u.organization_id ="
            + " deal.organization_id) where organization_id = ? and id = ?",
        newcomers.organization(),
        deal);
  }

  public void offer(String tour) {
    newcomers.write(
        "insert into product (organization_id, id, type, name) values (?, nextval('entity_id'),"
            + " 'TOUR', ?)",
        newcomers.organization(),
        tour);
  }

  /** Whatever is offered costs so much from today on. */
  public void costs(int amount) {
    newcomers.write(
        "insert into product_price (organization_id, id, product_id, unit, amount, currency,"
            + " valid_from) select organization_id, nextval('entity_id'), id, 'ADULT', ?, 'USD',"
            + " current_date from product",
        amount);
  }

  /** A company, so many clients who work there, and an order of one of them. */
  public void buys(String company, int clients, long order) {
    newcomers.write(
        "insert into company (organization_id, id, name) values (?, 5, ?)",
        newcomers.organization(),
        company);
    newcomers.write(
        "insert into client (organization_id, id, name, company_id) select ?, n, ? || ' ' || n, 5"
            + " from generate_series(1001, 1000 + ?) n",
        newcomers.organization(),
        "Гость",
        clients);
    newcomers.write(
        "insert into orders (organization_id, id, number, client_id) values (?, 5, ?, 1001)",
        newcomers.organization(),
        order);
  }

  public void sellsFor(String partner) {
    newcomers.write(
        "insert into partner (organization_id, id, name) values (?, nextval('entity_id'), ?)",
        newcomers.organization(),
        partner);
  }
}
