package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.client.company.CompanyMerge;
import org.tulpar.client.merge.ClientMerge;
import org.tulpar.client.tag.TagDesk;
import org.tulpar.client.tag.TagRefused;
import org.tulpar.client.tag.TagUse;
import org.tulpar.client.tag.TagsChanged;

/** Tags are renamed, joined, removed and brought back, against the database as it is. */
class TagDeskTest {

  private static final long FAMILY = 1;
  private static final long KIDS = 2;
  private static final long LOTUS = 1;
  private static final long ASTER = 2;

  @RegisterExtension final Office office = new Office();
  private final TagDesk desk = office.get(TagDesk.class);

  @BeforeEach
  void prepare() throws SQLException {
    office.conversation(1, "One").conversation(2, "Two").conversation(3, "Three");
    office.change(
        "insert into tag (organization_id, id, name) values (:o, 1, 'Family'), (:o, 2, 'Kids')");
    office.change(
        "insert into client_tag (organization_id, client_id, tag_id) values (:o, 1, 1), (:o, 2, 1), (:o, 2, 2), (:o, 3, 2)");
    office.change(
        "insert into company (organization_id, id, name) values (:o, 1, 'Lotus'), (:o, 2, 'Aster')");
    office.change(
        "insert into company_tag (organization_id, company_id, tag_id) values (:o, 1, 1), (:o, 2, 1), (:o, 2, 2)");
  }

  @Test
  void eachIsShownWithItsClientsAndCompanies() {
    assertThat(office.within(() -> desk.page("", 0)))
        .containsExactly(new TagUse(FAMILY, "Family", 2, 2), new TagUse(KIDS, "Kids", 2, 1));
    assertThat(office.within(() -> desk.page("ID", 0)))
        .extracting(TagUse::name)
        .containsExactly("Kids");
    assertThat(office.within(() -> desk.page("", 1))).isEmpty();
  }

  @Test
  void anotherNameLiesOnTheSame() {
    office.run(() -> desk.rename(FAMILY, " Families ", Office.AIGUL));
    assertThat(office.within(() -> desk.tag(FAMILY))).contains(new TagUse(1, "Families", 2, 2));
    office.run(() -> desk.rename(FAMILY, "FAMILIES", Office.AIGUL));
    refused("taken", () -> desk.rename(FAMILY, "kids", Office.AIGUL));
    refused("name", () -> desk.rename(FAMILY, " ", Office.AIGUL));
  }

  @Test
  void whoeverShowsTagsIsToldOfEachChange() {
    office.run(() -> desk.rename(FAMILY, "Families", Office.AIGUL));
    assertThat(told()).isEqualTo(1);
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    assertThat(told()).isEqualTo(2);
    office.run(() -> desk.restore(removal, Office.AIGUL));
    assertThat(told()).isEqualTo(3);
    office.run(() -> desk.join(KIDS, "Families", Office.AIGUL));
    assertThat(told()).isEqualTo(4);
  }

  private long told() {
    return office.fired().stream().filter(new TagsChanged(office.organization())::equals).count();
  }

  @Test
  void whatIsRemovedComesBackAsItWas() {
    var before = carried();
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    assertThat(carried()).containsExactly("2 Kids", "3 Kids", "Aster Kids");
    assertThat(office.within(() -> desk.removed(removal))).contains("Family");
    office.run(() -> desk.restore(removal, Office.AIGUL));
    assertThat(carried()).isEqualTo(before);
    refused("late", () -> desk.restore(removal, Office.AIGUL));
    assertThat(office.texts("select type from audit_event where type like 'tag.%' order by id"))
        .containsExactly("tag.removed", "tag.restored");
  }

  @Test
  void joinedTheyAreOneAndApartAgainWhatTheyWere() {
    var before = carried();
    var removal = office.within(() -> desk.join(FAMILY, "KIDS", Office.AIGUL));
    assertThat(carried()).containsExactly("1 Kids", "2 Kids", "3 Kids", "Aster Kids", "Lotus Kids");
    office.run(() -> desk.restore(removal, Office.AIGUL));
    assertThat(carried()).isEqualTo(before);
  }

  @Test
  void aTagIsNotJoinedToItselfOrToNothing() {
    refused("same", () -> desk.join(FAMILY, "family", Office.AIGUL));
    refused("unknown", () -> desk.join(FAMILY, "nowhere", Office.AIGUL));
  }

  @Test
  void whoWasMergedMeanwhileGetsTheTagAsWhoTheyBecame() throws SQLException {
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    office.change("update client set merged_into_id = 3 where id = 1 and organization_id = :o");
    office.run(() -> desk.restore(removal, Office.AIGUL));
    assertThat(carried())
        .as("also on the card that leads there, for when they are parted")
        .contains("1 Family", "2 Family", "2 Kids", "3 Family", "3 Kids");
  }

  @Test
  void aCompanyThatIsPartOfAnotherMeanwhileGetsTheTagAsThatOne() {
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    office.within(() -> office.get(CompanyMerge.class).merge(ASTER, LOTUS, Office.AIGUL));
    office.run(() -> desk.restore(removal, Office.AIGUL));
    assertThat(carried()).endsWith("3 Kids", "Aster Family", "Aster Kids");
  }

  @Test
  void whatIsPartedBearsTheTagsThatWereGoneMeanwhile() {
    var before = carried();
    var merged = new Merged();
    for (long tag : List.of(FAMILY, KIDS)) {
      long removal = office.within(() -> desk.remove(tag, Office.AIGUL));
      office.run(() -> desk.restore(removal, Office.AIGUL));
    }
    merged.part();
    assertThat(carried()).isEqualTo(before);
  }

  @Test
  void aCompanyThatIsPartedBearsTheTagThatWasGoneWhenItWasMerged() {
    var before = carried();
    var removal = office.within(() -> desk.remove(KIDS, Office.AIGUL));
    var firms =
        office.within(() -> office.get(CompanyMerge.class).merge(LOTUS, ASTER, Office.AIGUL));
    office.run(() -> desk.restore(removal, Office.AIGUL));
    office.within(() -> office.get(CompanyMerge.class).undo(firms, Office.AIGUL));
    assertThat(carried()).isEqualTo(before);
  }

  @Test
  void whatIsPartedBearsTheTagThatItsOwnWasJoinedTo() throws SQLException {
    office.change("insert into tag (organization_id, id, name) values (:o, 3, 'Guests')");
    var merged = new Merged();
    office.within(() -> desk.join(KIDS, "Guests", Office.AIGUL));
    merged.part();
    assertThat(carried())
        .containsExactly(
            "1 Family",
            "2 Family",
            "2 Guests",
            "3 Guests",
            "Aster Family",
            "Aster Guests",
            "Lotus Family");
  }

  @Test
  void whatWasJoinedAfterAMergeAndIsApartAgainIsAsIfItHadNeverBeen() throws SQLException {
    office.change("insert into tag (organization_id, id, name) values (:o, 3, 'Guests')");
    var before = carried();
    var merged = new Merged();
    var removal = office.within(() -> desk.join(KIDS, "Guests", Office.AIGUL));
    office.run(() -> desk.restore(removal, Office.AIGUL));
    merged.part();
    assertThat(carried()).isEqualTo(before);
  }

  @Test
  void whoseOwnTagWasJoinedToOneThatCameByAMergeKeepsIt() {
    var merged = new Merged();
    office.within(() -> desk.join(FAMILY, "Kids", Office.AIGUL));
    merged.part();
    assertThat(carried()).containsExactly("1 Kids", "2 Kids", "3 Kids", "Aster Kids", "Lotus Kids");
  }

  /** The third card is the first one, and Aster is Lotus, until they are parted. */
  private final class Merged {

    private final CompanyMerge companies = office.get(CompanyMerge.class);
    private final ClientMerge clients = office.get(ClientMerge.class);
    private final long firms = office.within(() -> companies.merge(LOTUS, ASTER, Office.AIGUL));
    private final long cards = office.within(() -> clients.merge(1, 3, Office.AIGUL));

    void part() {
      office.within(() -> companies.undo(firms, Office.AIGUL));
      office.run(() -> clients.undo(cards, Office.AIGUL));
    }
  }

  @Test
  void aNameThatIsInUseAgainIsNotTakenAway() throws SQLException {
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    office.change("insert into tag (organization_id, id, name) values (:o, 9, 'FAMILY')");
    refused("taken", () -> desk.restore(removal, Office.AIGUL));
    assertThat(office.within(() -> desk.removed(removal))).contains("Family");
  }

  @Test
  void whatIsThirtyDaysOldIsForgotten() throws SQLException {
    var removal = office.within(() -> desk.remove(FAMILY, Office.AIGUL));
    office.change(
        "update tag_removal set at = now() - interval '31 days' where organization_id = :o");
    office.within(() -> desk.remove(KIDS, Office.AIGUL));
    refused("late", () -> desk.restore(removal, Office.AIGUL));
  }

  @Test
  void theirTagsAreUnknownHere() throws SQLException {
    try (var other = new Office()) {
      other.prepare();
      other.change("insert into tag (organization_id, id, name) values (:o, 77, 'Theirs')");
      refused("unknown", () -> desk.rename(77, "Ours", Office.AIGUL));
      refused("unknown", () -> desk.remove(77, Office.AIGUL));
      refused("unknown", () -> desk.join(FAMILY, "Theirs", Office.AIGUL));
      var removal = other.within(() -> other.get(TagDesk.class).remove(77, Office.AIGUL));
      refused("late", () -> desk.restore(removal, Office.AIGUL));
      assertThat(other.texts("select name from tag")).isEmpty();
    }
  }

  private List<String> carried() {
    return office.texts(
        "select c.client_id || ' ' || t.name from client_tag c join tag t on t.id = c.tag_id union all select f.name || ' ' || t.name from company_tag c join company f on f.id = c.company_id join tag t on t.id = c.tag_id order by 1");
  }

  private void refused(String reason, Runnable act) {
    assertThatThrownBy(() -> office.run(act))
        .isInstanceOfSatisfying(
            TagRefused.class,
            refused -> assertThat(refused.code()).isEqualTo("refused.tag." + reason));
  }
}
