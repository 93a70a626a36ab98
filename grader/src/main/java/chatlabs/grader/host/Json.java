package chatlabs.grader.host;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain data as JSON and back. Strings, numbers, booleans and null are themselves; the others are
 * objects with one telling key: {@code {"bytes": "aGk="}}, {@code {"object": 3, "class": "…"}}.
 */
public final class Json {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern LITERAL =
      Pattern.compile("(" + OCTET + "\\.){3}" + OCTET + "|[0-9a-fA-F.]*:[0-9a-fA-F.:]*");

  private Json() {}

  /** The JSON form of a plain value. */
  public static @Nullable Object encode(@Nullable Object value) {
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value; // a pattern switch would be linked anew in the JVM of each hand-in
    }
    if (value instanceof Ref ref) {
      return with("class", ref.className()).with("object", ref.id());
    }
    return switch (value) {
      case null -> null;
      case Enum<?> constant -> constant.name();
      case byte[] bytes -> with("bytes", Base64.getEncoder().encodeToString(bytes));
      case Duration duration -> with("duration", duration.toString());
      case Path path -> with("path", path.toString());
      case InetSocketAddress address ->
          with("address", host(address)).with("port", address.getPort());
      case List<?> list -> with("list", encode(list));
      default -> value;
    };
  }

  /** The JSON form of a list of plain values. */
  public static JsonArray encode(List<?> values) {
    var array = new JsonArray();
    values.forEach(value -> array.add(encode(value)));
    return array;
  }

  /**
   * The plain value of a JSON form.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static @Nullable Object decode(@Nullable Object json) {
    if (json instanceof JsonObject object) {
      return tagged(object);
    }
    if (json instanceof JsonArray) {
      throw new IllegalArgumentException("an array is no plain value");
    }
    return json instanceof Number n && !(n instanceof Double) ? (Object) n.longValue() : json;
  }

  /** A list within a list is no plain value: hand-ins cannot make the grader recurse. */
  private static Object list(JsonObject object) {
    var array = object.getArray("list");
    if (array == null
        || array.stream().anyMatch(each -> each instanceof JsonObject o && o.has("list"))) {
      throw new IllegalArgumentException("no list of plain values");
    }
    return decode(array);
  }

  /** The plain values of a JSON array. */
  public static List<@Nullable Object> decode(JsonArray array) {
    var values = new ArrayList<@Nullable Object>();
    array.forEach(each -> values.add(decode(each)));
    return values;
  }

  /** An exception as JSON. */
  public static JsonObject encode(Thrown thrown) {
    return new Tagged()
        .with("types", new JsonArray(thrown.types()))
        .with("message", thrown.message())
        .with("stack", thrown.stack());
  }

  /**
   * An exception from JSON.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Thrown thrown(JsonObject json) {
    var types = json.getArray("types", new JsonArray()).stream().map(String::valueOf).toList();
    if (types.isEmpty()) {
      throw new IllegalArgumentException("an exception without a type");
    }
    return new Thrown(types, json.getString("message", ""), json.getString("stack", ""));
  }

  private static Object tagged(JsonObject object) {
    if (object.isString("bytes")) {
      return Base64.getDecoder().decode(object.getString("bytes"));
    }
    if (object.isString("duration")) {
      return duration(object.getString("duration"));
    }
    if (object.isString("path")) {
      return Path.of(object.getString("path"));
    }
    if (object.isString("address")) {
      return address(object.getString("address"), object.getInt("port"));
    }
    if (object.has("list")) {
      return list(object);
    }
    if (object.isNumber("object")) {
      return new Ref(object.getInt("object"), object.getString("class", ""));
    }
    throw new IllegalArgumentException("no plain value: " + object.keySet());
  }

  /** Numbers where they are known: the other end asks no name server, not even for "localhost". */
  private static String host(InetSocketAddress address) {
    return address.isUnresolved()
        ? address.getHostString()
        : address.getAddress().getHostAddress().replaceFirst("%.*", "");
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException junk) {
      throw new IllegalArgumentException(junk);
    }
  }

  /** An address as it was written; what comes from a hand-in never asks a name server. */
  private static InetSocketAddress address(String host, int port) {
    return LITERAL.matcher(host).matches()
        ? new InetSocketAddress(host, port)
        : InetSocketAddress.createUnresolved(host, port);
  }

  private static Tagged with(String key, Object value) {
    return new Tagged().with(key, value);
  }

  private static final class Tagged extends JsonObject {
    private static final long serialVersionUID = 1L;

    Tagged with(String key, Object value) {
      put(key, value);
      return this;
    }
  }
}
