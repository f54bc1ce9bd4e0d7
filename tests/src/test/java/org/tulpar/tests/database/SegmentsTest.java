package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.Segment;
import org.tulpar.client.list.Segments;

/** Filters that are kept under names, against the database as it is. */
class SegmentsTest {

  private static final ClientFilter GERMANS = filter(Map.of("lang", "de", "sort", "NAME"));
  private static final ClientFilter IVANOVS = filter(Map.of("q", "Иванова & Co"));

  @RegisterExtension final Office office = new Office();
  private final Segments segments = office.get(Segments.class);

  @Test
  void aFilterIsReadAgainAsItWasKept() {
    save(" Guests from Germany ", GERMANS);
    save("Families", IVANOVS);
    assertThat(office.within(segments::all))
        .extracting(Segment::name, Segment::query)
        .containsExactly(
            tuple("Families", IVANOVS.query()), tuple("Guests from Germany", GERMANS.query()));
  }

  @Test
  void aFilterByThreeFieldsIsKeptWhole() {
    var asked = new String[] {"1:rare", "2:true", "3:left"};
    var three = ClientFilter.read(name -> name.equals("field") ? asked : null);
    save("Guests", three);
    assertThat(office.within(segments::all).getFirst().query())
        .isEqualTo("field=1%3Arare&field=2%3Atrue&field=3%3Aleft");
  }

  @Test
  void aFilterByDaysAndNumbersIsKeptWhole() {
    var asked = new String[] {"1_2026-01-31_", "2__-1.5", "3:left"};
    save("Visas", ClientFilter.read(name -> name.equals("field") ? asked : null));
    assertThat(office.within(segments::all).getFirst().query())
        .isEqualTo("field=1_2026-01-31_&field=2__-1.5&field=3%3Aleft");
  }

  @Test
  void aNameThatIsThereGetsTheOtherFilter() {
    save("Guests", GERMANS);
    save("GUESTS", IVANOVS);
    assertThat(office.within(segments::all))
        .extracting(Segment::name, Segment::query)
        .containsExactly(tuple("Guests", IVANOVS.query()));
  }

  @Test
  void everybodyIsNoSegment() {
    refused("segment_everybody", "All", filter(Map.of("sort", "NAME")));
    refused("segment_name", " ", GERMANS);
    refused("segment_name_long", "x".repeat(61), GERMANS);
    assertThat(office.within(segments::all)).isEmpty();
  }

  @Test
  void whereThereIsNoRoomForMoreAFilterMayStillChange() throws SQLException {
    office.change(
        "insert into segment (organization_id, id, name, query, user_id) select :o, i, 'Segment '"
            + " || i, 'lang=en', 1 from generate_series(1, 50) i");
    refused("segment_too_many", "One more", GERMANS);
    save("segment 7", GERMANS);
    assertThat(office.within(segments::all))
        .hasSize(50)
        .filteredOn(segment -> segment.name().equals("Segment 7"))
        .extracting(Segment::query)
        .containsExactly(GERMANS.query());
  }

  @Test
  void aRemovedOneIsGone() {
    save("Guests", GERMANS);
    var id = office.within(segments::all).getFirst().id();
    office.run(() -> segments.remove(id));
    assertThat(office.within(segments::all)).isEmpty();
  }

  private void save(String name, ClientFilter filter) {
    office.run(() -> segments.save(name, filter, Office.AIGUL));
  }

  private void refused(String reason, String name, ClientFilter filter) {
    assertThatThrownBy(() -> save(name, filter))
        .isInstanceOfSatisfying(ClientRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static ClientFilter filter(Map<String, String> address) {
    return ClientFilter.of(address::get);
  }
}
