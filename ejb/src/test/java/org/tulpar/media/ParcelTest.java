package org.tulpar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParcelTest {

  private final MediaFile picture = file("image/png", "a.png");
  private final MediaFile voice = file("audio/ogg", "v.ogg");
  private final MediaFile paper = file("application/pdf", "p.pdf");

  @Test
  void wordsAloneAreAText() {
    assertThat(told("hello")).containsExactly("TEXT hello");
  }

  @Test
  void wordsStandUnderTheFirstFileThatShowsThem() {
    assertThat(told("look", voice, picture, paper))
        .containsExactly("AUDIO ", "IMAGE look", "DOCUMENT ");
  }

  @Test
  void wordsThatNoFileShowsGoAhead() {
    assertThat(told("listen", voice)).containsExactly("TEXT listen", "AUDIO ");
    assertThat(told("a".repeat(Parcel.LONGEST_CAPTION + 1), picture)).hasSize(2);
    assertThat(told("🐎".repeat(Parcel.LONGEST_CAPTION), picture)).hasSize(1);
  }

  @Test
  void filesNeedNoWords() {
    assertThat(told("", picture, voice)).containsExactly("IMAGE ", "AUDIO ");
  }

  @ParameterizedTest
  @CsvSource({
    "application/zip, Прайс.XLSX, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/x-ole-storage, a.doc, application/msword",
    "application/zip, a.zip, application/zip",
    "text/plain, a.docx, text/plain",
    "image/png, a.doc, image/png"
  })
  void aNameTellsTheFormatOnlyOfWhatIsPacked(String type, String name, String told) {
    assertThat(new Parcel("DOCUMENT", "", file(type, name)).contentType()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "image/webp, DOCUMENT",
    "image/gif, DOCUMENT",
    "video/webm, DOCUMENT",
    "video/mp4, VIDEO",
    "audio/wav, DOCUMENT",
    "audio/mpeg, AUDIO"
  })
  void whatSomeMessengerDoesNotShowIsADocument(String type, String kind) {
    assertThat(told("", file(type, "f"))).containsExactly(kind + " ");
  }

  @Test
  void aStickerIsWhatAMessengerHasSavedAsOneAndCarriesNoWords() {
    assertThat(told("", file("image/webp", "STK-20260101-WA0001.webp")))
        .containsExactly("STICKER ");
    assertThat(told("look", file("image/webp", "sticker.webp")))
        .containsExactly("TEXT look", "STICKER ");
    assertThat(told("", file("image/webp", "tour.webp"))).containsExactly("DOCUMENT ");
    assertThat(told("", file("image/png", "sticker.png"))).containsExactly("IMAGE ");
  }

  private static List<String> told(String text, MediaFile... files) {
    return Parcel.of(text, Arrays.asList(files)).stream()
        .map(parcel -> parcel.kind() + " " + parcel.body())
        .toList();
  }

  private static MediaFile file(String type, String name) {
    return new MediaFile(UUID.randomUUID(), FileType.known(type), name, 1);
  }
}
