package org.tulpar.client.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tulpar.client.Tag;
import org.tulpar.client.field.Bearer;
import org.tulpar.tenant.TestedDatabase;

/** The tags of companies, which they share with clients. */
class CompanyTagsTest {

  private final TestedCompanies companies = new TestedCompanies();
  private final TestedDatabase database = companies.database;
  private final CompanyBook book = companies.book;

  CompanyTagsTest() throws SQLException {}

  @Test
  void aTagIsPutOnOnceAndShownByNameAndWhoeverShowsItIsTold() throws SQLException {
    var lotus = companies.add("Лотос");
    companies.tag(companies.add("Астра"), "ОПТ");
    companies.tag(lotus, "VIP");
    companies.tag(lotus, " опт ");
    companies.tag(lotus, "vip");
    assertThat(companies.tags(lotus)).containsExactly("VIP", "ОПТ");
    companies.untag(lotus, "ОПТ");
    assertThat(companies.fired.all())
        .filteredOn(new CompanyTagged(database.organization(), lotus)::equals)
        .hasSize(3);
    assertThat(
            database.look(
                "select type || ' ' || (data ->> 'tag') from audit_event where organization_id = ? and"
                    + " data ->> 'company' = ? and data ->> 'tag' is not null order by id",
                Long.toString(lotus)))
        .containsExactly("company.tagged VIP", "company.tagged ОПТ", "company.untagged ОПТ");
    assertThatThrownBy(() -> companies.tag(lotus, " ")).hasMessage("tag_empty");
    assertThatThrownBy(() -> companies.tag(lotus, "я".repeat(41))).hasMessage("tag_too_long");
    assertThatThrownBy(() -> companies.tag(99, "VIP")).hasMessage("company_gone");
  }

  @Test
  void aTagIsGoneWithItsLastBearerBeItAClientOrACompany() throws SQLException {
    var lotus = companies.add("Лотос");
    var aster = companies.add("Астра");
    companies.client(10, lotus);
    companies.tag(lotus, "VIP");
    companies.tag(aster, "VIP");
    companies.tag(aster, "опт");
    database.doing(() -> book.tags.put(Bearer.CLIENT, 10, "опт"));
    companies.remove(aster);
    assertThat(companies.allTags()).containsExactly("VIP", "опт");
    companies.untag(lotus, "VIP");
    assertThat(companies.allTags()).containsExactly("опт");
    companies.tag(lotus, "опт");
    database.doing(() -> book.tags.takeOff(Bearer.CLIENT, 10, companies.tagId("опт")));
    assertThat(companies.allTags()).containsExactly("опт");
    companies.untag(lotus, "опт");
    assertThat(companies.allTags()).isEmpty();
  }

  @Test
  void whatWasRemovedComesBackWithItsTags() {
    var lotus = companies.add("Лотос");
    companies.tag(lotus, "VIP");
    companies.remove(lotus);
    database.doing(
        () ->
            book.addAgain(
                new CompanyEdit("Лотос", null, Map.of(), 0),
                List.of("VIP", "опт"),
                TestedCompanies.ADMIN));
    var again = database.within(() -> book.first(CompanyFilter.ALL)).rows().getFirst();
    assertThat(again.tags()).extracting(Tag::name).containsExactly("VIP", "опт");
  }
}
