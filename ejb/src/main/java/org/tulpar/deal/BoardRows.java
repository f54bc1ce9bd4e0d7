package org.tulpar.deal;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tulpar.channel.ChannelType;
import org.tulpar.client.list.ClientSearch;
import org.tulpar.conversation.Author;
import org.tulpar.conversation.Handler;
import org.tulpar.conversation.list.DueAnswers;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.Facts;
import org.tulpar.tenant.TenantSql;
import org.tulpar.tenant.WordSearch;

/**
 * Reads the board. The cards are cut from an index first; clients, conversations and people are
 * joined to the cut cards only, in the same question.
 */
@Repository
class BoardRows {

  private static final int CLIENTS = 8;

  private static final String CARD =
      """
      select d.id, d.version, d.stage_id, d.board_position, d.title, d.amount, d.currency, d.client_id, d.owner_id, o.name as owner,
             d.next_step, d.next_step_at, d.stage_since, d.stage_since + make_interval(days => s.rotten_days) < now() as rotten,
             d.product_id, pr.name as product, array(select t.name from client_tag k join tag t on t.organization_id = k.organization_id and t.id = k.tag_id
               where k.organization_id = d.organization_id and k.client_id = d.client_id order by lower(t.name) limit 50) as tags,
             (select l.points from lead_score l where l.organization_id = d.organization_id and l.client_id = d.client_id) as score,
             cl.name as client_name, cl.phone, c.id as conversation_id, ch.type as channel_type, c.address, c.handler,
             c.assignee_id, a.name as assignee, c.unread, c.last_message_at, c.last_message_author, c.last_message_text
      from (%s) d
      join stage s on s.organization_id = d.organization_id and s.id = d.stage_id
      join client cl on cl.organization_id = d.organization_id and cl.id = d.client_id
      left join product pr on pr.organization_id = d.organization_id and pr.id = d.product_id
      left join users o on o.organization_id = d.organization_id and o.id = d.owner_id
      left join conversation c on c.organization_id = d.organization_id and c.id = d.conversation_id
      left join channel ch on ch.organization_id = c.organization_id and ch.id = c.channel_id
      left join users a on a.organization_id = c.organization_id and a.id = c.assignee_id
      order by d.stage_id, d.board_position, d.id
      """;

  @Inject private TenantSql sql;
  @Inject private DueAnswers due;

  List<Choice> pipelines() {
    return sql.rows("select id, name from pipeline order by position, id", BoardRows::named);
  }

  List<Stage> stages(long pipelineId) {
    return sql.rows(
        """
        select id, pipeline_id, name, kind, probability, rotten_days, version from stage
        where pipeline_id = ? order by position, id
        """,
        PipelineRows::stage,
        pipelineId);
  }

  List<DealCard> first(long pipelineId, DealFilter filter, int most) {
    return again(pipelineId, filter, Map.of(), most, most);
  }

  List<DealCard> again(
      long pipelineId, DealFilter filter, Map<Long, Long> shown, int least, int most) {
    var values = new ArrayList<Object>();
    values.add(shown.keySet().toArray(Long[]::new));
    values.add(shown.values().toArray(Long[]::new));
    var under = FilterSql.under(filter, due.of(filter.dialogue()), values);
    values.addAll(List.of(least, most, pipelineId));
    return cards(
        """
        select x.* from stage t left join unnest(?::bigint[], ?::bigint[]) n (stage_id, shown) on n.stage_id = t.id cross join lateral (
          select d.* from deal d where d.organization_id = t.organization_id and d.stage_id = t.id%s
          order by d.board_position, d.id limit least(greatest(n.shown, ?), ?)) x
        where t.pipeline_id = ?\
        """
            .formatted(under),
        values);
  }

  List<DealCard> behind(long stageId, DealPlace place, DealFilter filter, int most) {
    var values = new ArrayList<Object>(List.of(stageId, place.place(), place.id()));
    var under = FilterSql.under(filter, due.of(filter.dialogue()), values);
    values.add(most);
    return cards(
        "select d.* from deal d where d.stage_id = ? and (d.board_position, d.id) > (?, ?)"
            + under
            + " order by d.board_position, d.id limit ?",
        values);
  }

  List<DealCard> among(long pipelineId, DealFilter filter, Collection<Long> ids) {
    var values = new ArrayList<Object>(List.of(ids.toArray(Long[]::new), pipelineId));
    return cards(
        "select d.* from deal d where d.id = any (?) and d.pipeline_id = ?"
            + FilterSql.under(filter, due.of(filter.dialogue()), values),
        values);
  }

  List<Stage> beside(long stageId) {
    return sql.rows(
        """
        select s.id, s.pipeline_id, s.name, s.kind, s.probability, s.rotten_days, s.version from stage x
        join stage s on s.organization_id = x.organization_id and s.pipeline_id = x.pipeline_id
        where x.id = ? order by s.position, s.id
        """,
        PipelineRows::stage,
        stageId);
  }

  List<Board.Entrance> entrances(int most) {
    return sql.rows(
        """
        select s.id, s.name, s.pipeline_id, p.name as pipeline from stage s
        join pipeline p on p.organization_id = s.organization_id and p.id = s.pipeline_id
        where s.kind = 'OPEN' order by p.position, p.id, s.position, s.id limit ?
        """,
        r ->
            new Board.Entrance(
                r.getLong("id"),
                r.getString("name"),
                r.getLong("pipeline_id"),
                r.getString("pipeline")),
        most);
  }

  Optional<DealCard> about(long conversationId) {
    return cards(
            "select d.* from deal d where d.conversation_id = ? order by d.id desc limit 1",
            List.of(conversationId))
        .stream()
        .findFirst();
  }

  Optional<DealCard> card(long id) {
    return cards("select d.* from deal d where d.id = ?", List.of(id)).stream().findFirst();
  }

  List<DealEvent> history(long dealId) {
    return sql.rows(
        """
        select h.at as at, f.name, t.name, u.name, %s as changes
        from ((select s.organization_id, s.id, s.at, s.from_stage_id, s.to_stage_id, s.user_id, null::jsonb as data
               from deal_stage_change s where s.deal_id = ? order by s.id desc limit 100)
              union all
              (select a.organization_id, a.id, a.at, null, null, a.user_id, a.data - 'deal'
               from audit_event a where a.deal_id = ? order by a.id desc limit 100)) h
        left join stage f on f.organization_id = h.organization_id and f.id = h.from_stage_id
        left join stage t on t.organization_id = h.organization_id and t.id = h.to_stage_id
        left join users u on u.organization_id = h.organization_id and u.id = h.user_id
        order by h.at desc, h.id desc limit 100
        """
            .formatted(Facts.of("h.data")),
        row ->
            new DealEvent(
                TenantSql.instant(row, "at"),
                row.getString(2),
                row.getString(3),
                Facts.read(row, "changes"),
                row.getString(4)),
        dealId,
        dealId);
  }

  List<Choice> lostReasons() {
    return sql.rows(
        "select id, name from lost_reason where not archived order by name, id", BoardRows::named);
  }

  List<Choice> people() {
    return sql.rows(
        "select id, name from users where role <> 'SUPER_ADMIN' order by name, id",
        BoardRows::named);
  }

  List<Board.Found> found(String words, int most) {
    var title = WordSearch.of(words, "d.id", "deal_word", "deal_id");
    var client = ClientSearch.of(words, "d.client_id");
    var values = new ArrayList<>(title.values());
    values.addAll(client.values());
    values.add(most);
    return sql.rows(
        """
        select d.id, s.pipeline_id, d.title, coalesce(c.name, '+' || c.phone) as client, s.name as stage, d.amount, d.currency
        from (select * from deal d where %s or %s order by d.id desc limit ?) d
        join stage s on s.organization_id = d.organization_id and s.id = d.stage_id
        join client c on c.organization_id = d.organization_id and c.id = d.client_id
        order by d.id desc
        """
            .formatted(title.sql(), client.sql()),
        r ->
            new Board.Found(
                r.getLong("id"),
                r.getLong("pipeline_id"),
                r.getString("title"),
                r.getString("client"),
                r.getString("stage"),
                r.getBigDecimal("amount"),
                r.getString("currency")),
        values.toArray());
  }

  List<Choice> clients(String text) {
    return sql.rows(
        """
        select id, coalesce(name, '+' || phone) from client
        where coalesce(name, phone) is not null
          and (position(lower(?) in lower(coalesce(name, ''))) > 0 or starts_with(phone, ltrim(?, '+')))
        order by name nulls last, id limit ?
        """,
        BoardRows::named,
        text,
        text,
        CLIENTS);
  }

  Optional<Choice> client(long conversationId) {
    return sql.row(
        """
        select cl.id, coalesce(cl.name, '+' || cl.phone, c.address) from conversation c
        join client cl on cl.organization_id = c.organization_id and cl.id = c.client_id where c.id = ?
        """,
        BoardRows::named,
        conversationId);
  }

  private List<DealCard> cards(String cut, List<Object> values) {
    return sql.rows(CARD.formatted(cut), BoardRows::card, values.toArray());
  }

  private static Choice named(ResultSet row) throws SQLException {
    return new Choice(row.getLong(1), row.getString(2));
  }

  private static Choice choice(ResultSet row, String id, String name) throws SQLException {
    var known = row.getObject(id, Long.class);
    return known == null ? null : new Choice(known, row.getString(name));
  }

  private static DealCard card(ResultSet row) throws SQLException {
    return new DealCard(
        row.getLong("id"),
        row.getInt("version"),
        row.getLong("stage_id"),
        row.getLong("board_position"),
        row.getString("title"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getLong("client_id"),
        row.getString("client_name"),
        row.getString("phone"),
        List.of((String[]) row.getArray("tags").getArray()),
        row.getObject("score", Integer.class),
        choice(row, "product_id", "product"),
        choice(row, "owner_id", "owner"),
        row.getString("next_step"),
        TenantSql.instant(row, "next_step_at"),
        TenantSql.instant(row, "stage_since"),
        row.getBoolean("rotten"),
        dialogue(row));
  }

  private static DealCard.Dialogue dialogue(ResultSet row) throws SQLException {
    var id = row.getObject("conversation_id", Long.class);
    return id == null
        ? null
        : new DealCard.Dialogue(
            id,
            TenantSql.constant(row, "channel_type", ChannelType.class),
            row.getString("address"),
            TenantSql.constant(row, "handler", Handler.class),
            choice(row, "assignee_id", "assignee"),
            row.getInt("unread"),
            TenantSql.instant(row, "last_message_at"),
            TenantSql.constant(row, "last_message_author", Author.class),
            row.getString("last_message_text"));
  }
}
