package chatlabs.grader.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chatlabs.grader.transcript.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames of a format that is given as data: fields with their sizes in bytes, in their order,
 * {@code kind:1 number:1 length:2 crc32:4 text:*}. Numbers are unsigned and big-endian; {@code *}
 * is all that is left, and stands last. The fields {@code kind}, {@code number} and {@code text}
 * name the frame; {@code length} is that of the last field, and {@code crc32} the CRC-32 of all
 * other bytes: where they are wrong the name says so. Fields of other names are passed over.
 */
public final class FrameFormat implements FrameReader {
  private static final Pattern FIELD = Pattern.compile("([a-z][a-z0-9]*):([1-8]|\\*)");
  private static final int LONGEST_TEXT = 40;
  private static final int REST = -1;

  /** What frames are called whose format has no kinds. */
  private static final String NAMELESS = "frame";

  private final String format;
  private final List<Field> fields;
  private final int fixed;

  private record Field(String name, int offset, int size) {}

  private FrameFormat(String format) {
    this.format = format;
    this.fields = fields(format);
    this.fixed = fields.stream().mapToInt(field -> Math.max(0, field.size)).sum();
  }

  /**
   * The reader for this format.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  public static FrameFormat of(String format) {
    return new FrameFormat(format.strip());
  }

  @Override
  public FrameName read(byte[] datagram) {
    if (datagram.length < fixed) {
      return FrameName.unknown(datagram);
    }
    var kind = field("kind");
    var number = field("number");
    return new FrameName(
        kind == null ? NAMELESS : letters(bytes(kind, datagram)),
        number == null ? -1 : value(number, datagram),
        text(datagram));
  }

  @Override
  public boolean knows(String kind) {
    var field = field("kind");
    if (kind.equals(FrameName.UNKNOWN) || (field != null && field.size == REST)) {
      return true;
    }
    return field == null
        ? kind.equalsIgnoreCase(NAMELESS)
        : kind.length() == field.size || kind.matches("0[xX][0-9a-fA-F]{" + 2 * field.size + "}");
  }

  /** The format as it was given. */
  @Override
  public String toString() {
    return format;
  }

  private String text(byte[] datagram) {
    var parts = new ArrayList<String>();
    var text = field("text");
    if (text != null && bytes(text, datagram).length > 0) {
      String visible = Visible.cut(Visible.bytes(bytes(text, datagram)), LONGEST_TEXT);
      parts.add("\"" + visible + "\"");
    }
    var length = field("length");
    int last = datagram.length - fixed;
    if (length != null && value(length, datagram) != last) {
      parts.add("(length " + value(length, datagram) + " is wrong)");
    }
    var checksum = field("crc32");
    if (checksum != null && value(checksum, datagram) != sum(checksum, datagram)) {
      parts.add("(checksum is wrong)");
    }
    return String.join(" ", parts);
  }

  private static long sum(Field checksum, byte[] datagram) {
    var crc = new CRC32();
    int after = checksum.offset + checksum.size;
    crc.update(datagram, 0, checksum.offset);
    crc.update(datagram, after, datagram.length - after);
    return crc.getValue();
  }

  private static long value(Field field, byte[] datagram) {
    long value = 0;
    for (byte b : bytes(field, datagram)) {
      value = value << 8 | Byte.toUnsignedInt(b);
    }
    return value;
  }

  private static byte[] bytes(Field field, byte[] datagram) {
    int end = field.size == REST ? datagram.length : field.offset + field.size;
    return java.util.Arrays.copyOfRange(datagram, field.offset, end);
  }

  /** As characters where all of them can be seen, else in hex. */
  private static String letters(byte[] kind) {
    for (byte b : kind) {
      if (b <= ' ' || b > '~') {
        return "0x" + HexFormat.of().formatHex(kind);
      }
    }
    return new String(kind, US_ASCII);
  }

  private @Nullable Field field(String name) {
    for (var field : fields) {
      if (field.name.equals(name)) {
        return field;
      }
    }
    return null;
  }

  private static List<Field> fields(String format) {
    var fields = new ArrayList<Field>();
    var names = new HashSet<String>();
    int offset = 0;
    for (var word : format.split("\\s+")) {
      var matcher = FIELD.matcher(word);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            "'"
                + word
                + "' is no field: a name and 1 to 8 bytes, number:1, or text:* for the rest");
      }
      if (!names.add(matcher.group(1))) {
        throw new IllegalArgumentException("two fields are called " + matcher.group(1));
      }
      if (offset == REST) {
        throw new IllegalArgumentException("nothing can follow the rest, as " + word + " does");
      }
      int size = matcher.group(2).equals("*") ? REST : Integer.parseInt(matcher.group(2));
      fields.add(new Field(matcher.group(1), offset, size));
      offset = size == REST ? REST : offset + size;
    }
    return List.copyOf(fields);
  }
}
