package chatlabs.grader.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "000a, \\n",
    "000d, \\r",
    "0009, \\t",
    "005c, \\\\",
    "0000, \\u0000",
    "001b, \\u001b",
    "007f, \\u007f",
    "0085, \\u0085",
    "00a0, \\u00a0",
    "00ad, \\u00ad",
    "200b, \\u200b",
    "202e, \\u202e",
    "2028, \\u2028",
    "feff, \\ufeff",
    "d800, \\ud800",
    "ffff, \\uffff",
    "e0001, \\u{e0001}",
  })
  void what_has_no_shape_of_its_own_gets_one(String hex, String shown) {
    String text = new StringBuilder().appendCodePoint(Integer.parseInt(hex, 16)).toString();

    assertThat(Visible.text("a" + text + "b")).isEqualTo("a" + shown + "b");
  }

  @Test
  void letters_of_all_languages_and_emoji_stay_as_they_are() {
    String text = "Grüße, мир, 世界, 😀 \"quoted\"";

    assertThat(Visible.text(text)).isEqualTo(text);
    assertThat(Visible.bytes(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @Test
  void bytes_that_are_no_utf8_show_as_bytes() {
    assertThat(Visible.bytes(new byte[] {'a', (byte) 0xff, '\n', (byte) 0x80}))
        .isEqualTo("a\\xff\\n\\x80");
  }

  @Test
  void half_a_character_shows_as_bytes() {
    assertThat(Visible.bytes(new byte[] {'h', (byte) 0xc3})).isEqualTo("h\\xc3");
  }

  @Test
  void a_text_at_the_limit_is_not_cut() {
    assertThat(Visible.cut("12345", 5)).isEqualTo("12345");
  }

  @Test
  void a_cut_says_how_much_is_missing() {
    assertThat(Visible.cut("1234567", 5)).isEqualTo("12345... (2 more characters)");
  }

  @Test
  void a_cut_leaves_no_half_of_a_pair() {
    assertThat(Visible.cut("abc😀def", 4)).isEqualTo("abc... (5 more characters)");
  }
}
