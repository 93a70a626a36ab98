package chatlabs.grader.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  static List<Object> plain() {
    return List.of(
        "text\r\n\u0000\ud83d\ude00\"",
        "",
        true,
        3L,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0.5,
        Duration.ofNanos(5),
        Path.of("a", "b c"),
        List.of("x", 3L, Duration.ofNanos(5), List.of()).subList(0, 3),
        List.of(),
        new Ref(7, "chatlabs.Echo"),
        new InetSocketAddress("127.0.0.1", 80),
        InetSocketAddress.createUnresolved("somewhere.example", 1));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void a_plain_value_comes_back_as_it_went(Object value) throws JsonParserException {
    assertThat(Json.decode(there(List.of(value)))).containsExactly(value);
  }

  @Test
  void null_and_bytes_come_back_as_they_went() throws JsonParserException {
    byte[] bytes = {0, -1, 10};

    assertThat(Json.decode(there(Arrays.asList(null, bytes)))).containsExactly(null, bytes);
  }

  @Test
  void bytes_in_a_list_come_back_as_they_went() throws JsonParserException {
    var list = List.of(new byte[] {0, -1}, new byte[0]);

    assertThat(Json.decode(there(List.of(list))))
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(list.toArray());
  }

  @Test
  void an_address_that_is_known_arrives_known_whatever_its_name() throws JsonParserException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    assertThat(loopback.getHostString()).isEqualTo("localhost");

    assertThat(Json.decode(there(List.of(loopback))))
        .singleElement()
        .isInstanceOfSatisfying(
            InetSocketAddress.class,
            address -> {
              assertThat(address.isUnresolved()).isFalse();
              assertThat(address).isEqualTo(loopback);
            });
  }

  @Test
  void an_enum_constant_goes_by_its_name() throws JsonParserException {
    assertThat(Json.decode(there(List.of(Thread.State.NEW)))).containsExactly("NEW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[1]",
        "{\"bytes\": \"?\"}",
        "{\"bytes\": 3}",
        "{\"duration\": \"long\"}",
        "{\"path\": \"\\u0000\"}",
        "{\"address\": \"127.0.0.1\", \"port\": 70000}",
        "{\"object\": \"3\"}",
        "{\"list\": 3}",
        "{\"list\": [{\"list\": []}]}",
        "{\"list\": [{\"duration\": \"long\"}]}",
      })
  void junk_is_refused(String json) throws JsonParserException {
    Object parsed = JsonParser.any().from(json);

    assertThatIllegalArgumentException().isThrownBy(() -> Json.decode(parsed));
  }

  @Test
  void an_address_of_a_hand_in_is_never_looked_up() throws JsonParserException {
    Object json = JsonParser.any().from("{\"address\": \"localhost\", \"port\": 1}");

    assertThat(((InetSocketAddress) Json.decode(json)).isUnresolved()).isTrue();
  }

  @Test
  void an_exception_comes_back_as_it_went() throws JsonParserException {
    var thrown = Thrown.of(new java.io.EOFException("the end"));
    var there = JsonParser.object().from(JsonWriter.string(Json.encode(thrown)));

    assertThat(Json.thrown(there)).isEqualTo(thrown);
    assertThat(thrown.isA("java.io.IOException")).isTrue();
  }

  @Test
  void an_exception_without_a_type_is_refused() throws JsonParserException {
    var json = JsonParser.object().from("{\"message\": \"x\"}");

    assertThatIllegalArgumentException().isThrownBy(() -> Json.thrown(json));
  }

  private static com.grack.nanojson.JsonArray there(List<?> values) throws JsonParserException {
    return JsonParser.array().from(JsonWriter.string(Json.encode(values)));
  }
}
