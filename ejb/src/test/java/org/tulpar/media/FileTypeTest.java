package org.tulpar.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tulpar.media.FileType.Shape;

class FileTypeTest {

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe000104a464946, , image/jpeg, IMAGE",
    "89504e470d0a1a0a, , image/png, IMAGE",
    "474946383961, , image/gif, IMAGE",
    "524946460000000057454250, , image/webp, IMAGE",
    "524946460000000057415645, , audio/wav, AUDIO",
    "4f676753, audio/ogg; codecs=opus, audio/ogg, AUDIO",
    "000000206674797069736f6d, video/mp4, video/mp4, VIDEO",
    "000000206674797069736f6d, audio/mp4, audio/mp4, AUDIO",
    "00000020667479704d344120, , audio/mp4, AUDIO",
    "1a45dfa3, video/webm, video/webm, VIDEO",
    "494433, , audio/mpeg, AUDIO",
    "fffb9064, , audio/mpeg, AUDIO",
    "fff15080, , audio/aac, AUDIO",
    "2321414d520a, , audio/amr, AUDIO",
    "255044462d312e34, , application/pdf, OTHER",
    "504b0304, , application/zip, OTHER",
    "d0cf11e0a1b11ae1, application/msword, application/x-ole-storage, OTHER",
    "68656c6c6f0a, , text/plain, OTHER",
    "d0bfd180d0b8, image/png, text/plain, OTHER",
    "6865006c6c6f, , application/octet-stream, OTHER",
    "4d5a9000, application/pdf, application/octet-stream, OTHER",
    "ff, , application/octet-stream, OTHER",
    "'', , application/octet-stream, OTHER"
  })
  void a_file_is_known_by_its_first_bytes(String hex, String declared, String type, Shape shape) {
    assertThat(FileType.of(HexFormat.of().parseHex(hex), declared))
        .isEqualTo(new FileType(type, shape))
        .isEqualTo(FileType.known(type));
  }

  @ParameterizedTest
  @CsvSource({
    "<svg onload='x()'/>,image/svg+xml",
    "<script>x()</script>,image/png",
    "GIF7,image/gif"
  })
  void what_only_calls_itself_an_image_is_a_download(String text, String declared) {
    assertThat(FileType.of(text.getBytes(StandardCharsets.UTF_8), declared))
        .isEqualTo(new FileType("text/plain", Shape.OTHER));
  }
}
