package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.ledger.LedgerBook;
import org.tulpar.dialogue.ledger.LedgerQuestion;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;
import org.tulpar.tenant.TenantSql;

/**
 * What a look at the ledger costs when it is large, in pages of the database that are touched: the
 * same as when it is small. {@code -Dledger.rows=1000000} tries it with more.
 */
class LedgerPlanTest {

  private static final int ROWS = Integer.getInteger("ledger.rows", 200_000);
  private static final int PAGES = 1_000;

  private static final OrganizationId ORGANIZATION = new OrganizationId(UUID.randomUUID());
  private static final UUID CHANNEL = UUID.randomUUID();

  private static Pipeline organization;

  private final Touched touched = new Touched();
  private final Rig rig =
      new Rig().with(TenantSql.class, touched).with(InboundQueue.class, lane -> {});

  /** Counts the pages that each question touches. */
  private static final class Touched extends ScopedSql {

    private static final Pattern SHARED =
        Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private final List<Integer> pages = new ArrayList<>();

    Touched() {
      super(new Pool(Database.source("tulpar_app"), 1));
    }

    @Override
    public <T> List<T> rows(String sql, RowReader<T> reader, Object... values) {
      var plan =
          String.join(
              "\n",
              super.rows("explain (analyze, buffers) " + sql, row -> row.getString(1), values));
      var shared = SHARED.matcher(plan);
      pages.add(shared.find() ? number(shared.group(1)) + number(shared.group(2)) : 0);
      return super.rows(sql, reader, values);
    }

    private static int number(String text) {
      return text == null ? 0 : Integer.parseInt(text);
    }
  }

  @BeforeAll
  static void fill() throws SQLException {
    organization =
        Pipeline.ofNewOrganization(0, ORGANIZATION.value(), (short) Lane.of(ORGANIZATION));
    organization.prepare(
        """
        insert into inbound_event (organization_id, channel_id, external_id, event_type, lane, status, raw, reason)
        select ?, ?, 'E-' || n, 'messages.upsert', ?,
          case when n % 10000 = 0 then 'FAILED' when n > ? - 200 then 'WAITING' when n % 7 = 0 then 'IGNORED' else 'PROCESSED' end, '{}', 'reason'
        from generate_series(1, ?) n\
        """,
        ORGANIZATION.value(), organization.channel, organization.lane, ROWS, ROWS);
    organization.prepare("vacuum analyze inbound_event");
  }

  @AfterAll
  static void empty() throws SQLException {
    organization.prepare(
        "delete from inbound_event where organization_id = ?", ORGANIZATION.value());
  }

  @Test
  void countingTouchesDaysAndWhatIsUnsettled() {
    var tally = within(() -> rig.get(LedgerBook.class).tallies(30)).getFirst();
    assertThat(tally.failed()).isEqualTo(ROWS / 10_000);
    assertThat(tally.waiting()).isBetween(190L, 200L);
    few();
  }

  @Test
  void everyPageTouchesAStretchAndNoMore() {
    for (var status :
        new EventStatus[] {
          null, EventStatus.WAITING, EventStatus.FAILED, EventStatus.PROCESSED, EventStatus.IGNORED
        }) {
      var page =
          within(
              () ->
                  rig.get(LedgerBook.class)
                      .page(new LedgerQuestion(organization.channel, status, null, 50)));
      assertThat(page.rows()).as("%s", status).isNotEmpty();
    }
    var elsewhere = new LedgerQuestion(CHANNEL, EventStatus.PROCESSED, null, 50);
    assertThat(within(() -> rig.get(LedgerBook.class).page(elsewhere)).before()).isNotNull();
    few();
  }

  private void few() {
    assertThat(touched.pages)
        .as("pages touched with %d rows", ROWS)
        .isNotEmpty()
        .allSatisfy(pages -> assertThat(pages).isLessThan(PAGES));
  }

  private static <T> T within(Supplier<T> work) {
    return TenantScope.within(ORGANIZATION, work);
  }
}
