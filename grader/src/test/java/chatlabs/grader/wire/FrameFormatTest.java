package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameFormatTest {
  private static final String WITH_ALL = "kind:1 number:1 length:2 crc32:4 text:*";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "44 00 00 07 81 ba 62 61 46 72 61 6d 65 20 31 | D 0 \"Frame 1\"",
        "41 00 00 00 02 ec e0 44 | A 0",
        "46 01 00 00 9e f9 b2 ca | F 1",
        "44 ff 00 00 8b aa 24 9b | D 255",
        "44 ff 00 00 8b aa 24 9c | D 255 (checksum is wrong)",
        "46 01 00 01 9e f9 b2 ca | F 1 (length 1 is wrong) (checksum is wrong)",
        "07 01 00 00 00 00 00 00 | 0x07 1 (checksum is wrong)",
        "41 00 00 00 02 ec e0 | ? 7 bytes",
        "'' | ? 0 bytes",
      })
  void frames_are_named_by_their_fields(String hex, String name) {
    byte[] datagram = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertThat(FrameFormat.of(WITH_ALL).read(datagram)).hasToString(name);
  }

  @Test
  void a_kind_that_no_frame_can_have_is_not_known() {
    var format = FrameFormat.of(WITH_ALL);
    assertThat(List.of("D", "a", "0x07", "?")).allMatch(format::knows);
    assertThat(List.of("nxt", "data", "0x7", "frame", "")).noneMatch(format::knows);
    assertThat(FrameFormat.of("number:1 text:*").knows("Frame")).isTrue();
    assertThat(FrameFormat.of("number:1 text:*").knows("D")).isFalse();
    assertThat(FrameFormat.of("number:1 kind:*").knows("whatever")).isTrue();
    assertThat(FrameReader.NONE.knows("?")).isTrue();
    assertThat(FrameReader.NONE.knows("D")).isFalse();
  }

  @Test
  void other_formats_are_data_too() {
    var format = FrameFormat.of("  magic:2 number:3\tkind:2 ");
    assertThat(format.read("xx\0\1\2OK".getBytes(ISO_8859_1)))
        .isEqualTo(new FrameName("OK", 258, ""))
        .extracting(FrameName::id)
        .isEqualTo("OK 258");
    assertThat(FrameFormat.of("text:*").read(new byte[] {10})).hasToString("frame \"\\n\"");
    assertThat(format).hasToString("magic:2 number:3\tkind:2");
  }

  @Test
  void a_long_text_is_cut_and_says_so() {
    var name = FrameFormat.of("kind:1 text:*").read(("D" + "x".repeat(99)).getBytes(ISO_8859_1));
    assertThat(name.text()).isEqualTo("\"" + "x".repeat(40) + "... (59 more characters)\"");
  }

  @Test
  void no_bytes_whatever_make_it_throw() {
    var random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      byte[] junk = new byte[random.nextInt(40)];
      random.nextBytes(junk);
      assertThat(FrameFormat.of(WITH_ALL).read(junk).toString()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kind, is no field",
    "kind:9, is no field",
    "kind:0, is no field",
    "'', is no field",
    "text:* kind:1, nothing can follow",
    "kind:1 kind:1, two fields are called kind",
    "Kind:1, is no field",
  })
  void a_mistake_in_a_format_is_named(String format, String told) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrameFormat.of(format))
        .withMessageContaining(told);
  }
}
