package org.tulpar.conversation.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.kernel.Refused;

class CoordinatesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42.8746, 74.5698",
        " 42.8746 74.5698 ",
        "42.8746;74.5698",
        "42,8746 74,5698",
        "42,8746, 74,5698",
        "geo:42.8746,74.5698",
        "https://www.google.com/maps?q=42.8746,74.5698",
        "https://www.google.com/maps/search/?api=1&query=42.8746%2C74.5698",
        "https://www.google.com/maps/search/42.8746,+74.5698?entry=tts",
        "https://www.google.com/maps/@42.8746,74.5698,15z",
        "https://www.google.com/maps/place/Osh/@40.1,70.1,17z/data=!3m1!3d42.8746!4d74.5698",
        "https://maps.apple.com/?ll=42.8746,74.5698&q=Office",
        "https://www.openstreetmap.org/?mlat=42.8746&mlon=74.5698#map=16/40.1/70.1",
        "https://www.openstreetmap.org/#map=16/42.8746/74.5698",
        "https://yandex.ru/maps/?ll=74.5698%2C42.8746&z=16",
        "https://yandex.kg/maps/10309/bishkek/?pt=74.5698,42.8746&z=18&l=map",
        "https://2gis.kg/bishkek/geo/70030076100000000/74.5698,42.8746?m=74.5698%2C42.8746%2F16"
      })
  void aPlaceIsReadFromNumbersAndFromMaps(String typed) {
    var place = Coordinates.read(typed, " Офис \n на Киевской ");
    assertThat(place.latitude()).isEqualTo(42.8746);
    assertThat(place.longitude()).isEqualTo(74.5698);
    assertThat(place.text()).isEqualTo("Офис на Киевской");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "42.8746",
        "somewhere",
        "https://maps.app.goo.gl/abc",
        "91, 10",
        "10, 181",
        "https://example.com/1"
      })
  void whatIsNoPlaceIsRefused(String typed) {
    refused("place_unread", () -> Coordinates.read(typed, ""));
  }

  @Test
  void theSouthAndTheWestAreBelowZero() {
    var place = Coordinates.read("-33.45, -70.66", null);
    assertThat(place.latitude()).isEqualTo(-33.45);
    assertThat(place.longitude()).isEqualTo(-70.66);
    refused("place_name", () -> Coordinates.read("1, 2", "x".repeat(101)));
  }

  @Test
  void aContactHasANameAndANumberThatCanBeCalled() {
    var card = SharedContact.of(" Иван\n Гид ", "+7 (701) 222-33-44").cards().getFirst();
    assertThat(card.name()).isEqualTo("Иван Гид");
    assertThat(card.phone()).isEqualTo("+77012223344");
    refused("contact_name", () -> SharedContact.of(" ", "+77012223344"));
    refused("contact_phone", () -> SharedContact.of("Иван", "позвоните"));
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.code()).isEqualTo("refused." + code));
  }
}
