package chatlabs.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.transcript.Leg;
import chatlabs.grader.transcript.Stretch;
import chatlabs.grader.transcript.Transcript;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SequenceSvgTest {
  private final String svg = SequenceSvg.of(SampleRun.TOO_MANY.drawing());

  @Test
  void nothing_gives_no_drawing() {
    assertThat(SequenceSvg.of(Stretch.EMPTY)).isEmpty();
  }

  @Test
  void it_is_well_formed_and_nothing_in_a_programs_text_is_markup() throws Exception {
    assertThat(document(svg).getElementsByTagName("script").getLength()).isZero();
    assertThat(document(svg).getElementsByTagName("text").getLength()).isPositive();
    assertThat(svg).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @Test
  void each_mishap_has_its_own_sign() {
    assertThat(count("class=\"lost\"")).isEqualTo(1);
    assertThat(count("class=\"damaged\"")).as("one, and one that is doubled").isEqualTo(3);
    assertThat(count("class=\"wait\"")).as("one held, one delayed").isEqualTo(2);
    assertThat(count("class=\"held\"")).as("into the channel and out of it").isEqualTo(4);
    assertThat(count("class=\"head\"")).as("arrivals").isEqualTo(11);
  }

  @Test
  void what_waits_in_the_channel_leaves_it_where_it_came_in() {
    var wait = Pattern.compile("class=.wait. x1=.(\\d+). y1=.(\\d+). x2=.(\\d+). y2=.(\\d+).");
    var matcher = wait.matcher(svg);
    while (matcher.find()) {
      assertThat(matcher.group(1)).isEqualTo(matcher.group(3));
      int began = Integer.parseInt(matcher.group(2));
      assertThat(began).isLessThan(Integer.parseInt(matcher.group(4)));
      assertThat(svg)
          .contains("class=\"held\" cx=\"%s\" cy=\"%d\"".formatted(matcher.group(1), began));
    }
  }

  @Test
  void the_divergence_stands_right_below_the_frame_that_it_is_about() {
    int frame = svg.indexOf("doubled, bit 3 flipped");
    int wrong = svg.indexOf("expected: A 1 to be ignored");
    int later = svg.indexOf("delayed 30 ms");
    assertThat(frame).isPositive().isLessThan(wrong);
    assertThat(wrong).isLessThan(later);
  }

  @Test
  void a_long_remark_on_the_last_lane_begins_within_the_drawing() {
    var transcript = new Transcript();
    transcript.datagram("sender", "receiver", "D 0", Leg.WHOLE, Set.of(), "", 0);
    transcript.diverges("receiver", "x".repeat(500), "y");
    String drawn = SequenceSvg.of(Stretch.of(transcript.events(), 10));
    var places = Pattern.compile("<text class=\"wrong\" x=\"(-?\\d+)\"").matcher(drawn).results();
    assertThat(places.map(place -> Integer.parseInt(place.group(1))).toList())
        .hasSize(2)
        .allMatch(x -> x >= 0);
  }

  @Test
  void who_exchanges_nothing_takes_little_room() {
    var transcript = new Transcript();
    transcript.remark("grader", "begins");
    transcript.datagram("sender", "receiver", "D 0", Leg.WHOLE, Set.of(), "", 0);
    String drawn = SequenceSvg.of(Stretch.of(transcript.events(), 10));
    var lanes = Pattern.compile("class=\"lane\" x=\"(\\d+)\"").matcher(drawn).results();
    var places = lanes.map(lane -> Integer.parseInt(lane.group(1))).toList();
    assertThat(places).hasSize(3);
    assertThat(places.get(1) - places.get(0)).isLessThan((places.get(2) - places.get(1)) / 2);
  }

  @Test
  void what_is_left_out_is_counted() {
    var transcript = new Transcript();
    for (int i = 0; i < 40; i++) {
      transcript.remark("you", "says " + i);
    }
    assertThat(SequenceSvg.of(Stretch.of(transcript.events(), 10)))
        .contains("30 earlier steps not shown")
        .contains("says 39")
        .doesNotContain("says 29");
  }

  private int count(String what) {
    return svg.split(Pattern.quote(what), -1).length - 1;
  }

  private static Document document(String xml) throws Exception {
    var source = new InputSource(new StringReader(xml));
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
  }
}
