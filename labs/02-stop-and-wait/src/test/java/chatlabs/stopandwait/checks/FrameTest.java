package chatlabs.stopandwait.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatlabs.grader.check.Check;
import chatlabs.grader.check.NeedsClasses;
import chatlabs.grader.check.Trial;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SAW-1 to SAW-3: what a frame is in bytes, and which bytes are none. */
@NeedsClasses
class FrameTest {
  @Check(
      requirement = "SAW-1",
      points = 2,
      todo = 1,
      hint = "Compare byte by byte with the table of the protocol page: all numbers big-endian.")
  void encodes_the_frames_of_the_protocol_page(Trial trial) {
    demand(trial, "DATA", 0, "Frame 1", "44 00 00 07 81 ba 62 61 46 72 61 6d 65 20 31");
    demand(trial, "ACK", 0, "", "41 00 00 00 02 ec e0 44");
    demand(trial, "FIN", 1, "", "46 01 00 00 9e f9 b2 ca");
    demand(trial, "DATA", 255, "", "44 ff 00 00 8b aa 24 9b");
  }

  @Check(
      requirement = "SAW-3",
      points = 2,
      todo = 1,
      hint = "1,024 bytes are allowed, 1,025 are not. When is the last moment to say so?")
  void a_frame_takes_1024_bytes_and_refuses_1025(Trial trial) {
    byte[] most = trial.words().letters(Wire.LIMIT).getBytes(UTF_8);
    same(trial, "encode()", Wire.data(7, most), frame(trial, "DATA", 7, most).encode());
    byte[] tooMany = trial.words().letters(Wire.LIMIT + 1).getBytes(UTF_8);
    trial.thrownBy(
        "new Frame(DATA, 7, 1,025 bytes)",
        "java.lang.IllegalArgumentException",
        () -> frame(trial, "DATA", 7, tooMany));
  }

  @Check(
      requirement = "SAW-1",
      points = 2,
      todo = 2,
      hint = "decode is the inverse of encode: type, number and payload come back as they were.")
  void decodes_what_encode_gives(Trial trial) {
    var text = trial.words().sentence();
    decodes(trial, "DATA", 3, text.getBytes(UTF_8), Wire.data(3, text));
    decodes(trial, "ACK", 100, new byte[0], Wire.ack(100));
    decodes(trial, "FIN", 0, new byte[0], Wire.fin(0));
  }

  @Check(
      requirement = "SAW-1",
      points = 2,
      todo = 2,
      hint = "A byte in Java goes from -128 to 127. What is on the wire goes from 0 to 255.")
  void decodes_numbers_up_to_255(Trial trial) {
    for (int number : List.of(127, 128, 200, 255)) {
      decodes(trial, "ACK", number, new byte[0], Wire.ack(number));
    }
  }

  @Check(
      requirement = "SAW-1",
      points = 2,
      todo = 2,
      hint = "The length has two bytes, and neither of them is negative.")
  void decodes_payloads_of_every_length(Trial trial) {
    for (int length : List.of(1, 127, 128, 255, 256, 511, 1_023, 1_024)) {
      byte[] payload = trial.words().letters(length).getBytes(UTF_8);
      decodes(trial, "DATA", 5, payload, Wire.data(5, payload));
    }
  }

  @Check(
      requirement = "SAW-3",
      points = 1,
      todo = 2,
      hint = "How many bytes follow the header, when the length is 0?")
  void an_empty_payload_is_a_frame(Trial trial) {
    decodes(trial, "DATA", 9, new byte[0], Wire.data(9, ""));
  }

  @Check(
      requirement = "SAW-1",
      points = 2,
      todo = 2,
      hint = "getData() gives the whole buffer. How much of it has just come?")
  void decode_looks_at_the_first_bytes_only(Trial trial) {
    var text = trial.words().word();
    byte[] datagram = Wire.data(4, text);
    byte[] buffer = Arrays.copyOf(datagram, 200);
    Arrays.fill(buffer, datagram.length, 200, (byte) 'x');
    var decoded = trial.statics(Codec.class).decode(buffer, datagram.length);
    is(trial, decoded, "DATA", 4, text.getBytes(UTF_8));
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "Count the bytes before you look at any of them.")
  void a_datagram_that_is_too_short_is_no_frame(Trial trial) {
    byte[] ack = Wire.ack(0);
    for (int length = 0; length < Wire.HEADER; length++) {
      isNone(trial, length + " bytes", Arrays.copyOf(ack, length));
    }
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "Compute the checksum anew, and compare it with the one that has come.")
  void a_damaged_payload_is_seen(Trial trial) {
    byte[] datagram = Wire.data(1, trial.words().word());
    for (int bit = Wire.HEADER * 8; bit < datagram.length * 8; bit += 3) {
      isNone(trial, "a frame with bit " + bit + " flipped", Wire.damaged(datagram, bit));
    }
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "What does the length field say, and how many bytes are really there?")
  void a_length_field_that_is_wrong_is_seen(Trial trial) {
    byte[] payload = trial.words().word().getBytes(UTF_8);
    for (int length : List.of(0, payload.length - 1, payload.length + 1, 0xffff)) {
      byte[] datagram = Wire.frame('D', 1, length, payload);
      isNone(trial, "length field " + length + ", payload " + payload.length, datagram);
    }
    byte[] behind = Arrays.copyOf(Wire.ack(0), Wire.HEADER + 1);
    isNone(trial, "an A and a byte behind it", behind);
  }

  @Check(
      requirement = "SAW-2",
      points = 2,
      todo = 2,
      hint = "There are three types. Everything else is none, and no reason for an exception.")
  void an_unknown_type_is_no_frame(Trial trial) {
    for (char type : List.of('B', 'd', 'a', '\0', '\u00c4')) {
      isNone(trial, "type " + (int) type, Wire.frame(type, 0, new byte[0]));
    }
  }

  /** Demands these bytes of the student's frame. */
  private static void demand(Trial trial, String type, int number, String payload, String hex) {
    byte[] expected = HexFormat.ofDelimiter(" ").parseHex(hex);
    byte[] actual = frame(trial, type, number, payload.getBytes(UTF_8)).encode();
    same(trial, type + " " + number + " as bytes", expected, actual);
  }

  private static Decoded frame(Trial trial, String type, int number, byte[] payload) {
    return trial.make(Decoded.class, type, number, payload);
  }

  private static void same(Trial trial, String what, byte[] expected, byte[] actual) {
    trial.equal(what, hex(expected), actual == null ? null : hex(actual));
  }

  private static void decodes(
      Trial trial, String type, int number, byte[] payload, byte[] datagram) {
    var decoded = trial.statics(Codec.class).decode(datagram, datagram.length);
    is(trial, decoded, type, number, payload);
  }

  private static void is(Trial trial, Decoded decoded, String type, int number, byte[] payload) {
    trial.equal("decode to find a frame:", true, decoded != null);
    trial.equal("the type", type, decoded.type());
    trial.equal("the number", number, decoded.sequence());
    same(trial, "the payload", payload, decoded.payload());
  }

  private static void isNone(Trial trial, String what, byte[] datagram) {
    var decoded = trial.statics(Codec.class).decode(datagram, datagram.length);
    trial.equal("decode to find a frame in " + what + ":", false, decoded != null);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
