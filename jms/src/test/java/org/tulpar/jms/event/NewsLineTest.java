package org.tulpar.jms.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tulpar.client.CardNews;
import org.tulpar.client.CardWritten;
import org.tulpar.client.company.CompanyNews;
import org.tulpar.client.company.CompanyTagged;
import org.tulpar.client.tag.TagNews;
import org.tulpar.client.tag.TagsChanged;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.conversation.ConversationNews;
import org.tulpar.deal.DealChanged;
import org.tulpar.deal.DealNews;
import org.tulpar.tenant.OrganizationId;

class NewsLineTest {

  @Test
  void reads_what_it_wrote() {
    var organization = new OrganizationId(UUID.randomUUID());
    var line = NewsLine.write(new ConversationChanged(organization, 42));
    assertThat(NewsLine.read(line)).isEqualTo(new ConversationNews(organization, 42));
  }

  @Test
  void tells_tags_from_a_conversation() {
    var organization = new OrganizationId(UUID.randomUUID());
    var line = NewsLine.write(new TagsChanged(organization));
    assertThat(NewsLine.read(line)).isEqualTo(new TagNews(organization));
  }

  @Test
  void tells_each_card_from_a_conversation() {
    var organization = new OrganizationId(UUID.randomUUID());
    var lines = NewsLine.write(new CardWritten(organization, List.of(7L, 42L)));
    assertThat(lines.stream().map(NewsLine::read))
        .containsExactly(new CardNews(organization, 7), new CardNews(organization, 42));
  }

  @Test
  void tells_a_company_from_a_card() {
    var organization = new OrganizationId(UUID.randomUUID());
    var line = NewsLine.write(new CompanyTagged(organization, 42));
    assertThat(NewsLine.read(line)).isEqualTo(new CompanyNews(organization, 42));
  }

  @Test
  void tells_a_deal_from_a_conversation() {
    var organization = new OrganizationId(UUID.randomUUID());
    var line = NewsLine.write(new DealChanged(organization, 42));
    assertThat(NewsLine.read(line)).isEqualTo(new DealNews(organization, 42));
  }
}
