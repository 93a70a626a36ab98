package chatlabs.grader.submission;

import java.util.List;

/**
 * One Java source of a hand-in.
 *
 * @param path where it is in the hand-in, with slashes, for people: {@code src/EchoServer.java}
 * @param text decoded, without byte order mark
 * @param packageName as declared; empty for the default package
 * @param types the simple names of its top-level types, in order
 */
public record SourceFile(String path, String text, String packageName, List<String> types) {
  public SourceFile {
    types = List.copyOf(types);
  }

  /** Reads what {@code text} declares; broken sources give what can be made out. */
  public static SourceFile of(String path, String text) {
    var outline = Outline.of(text);
    return new SourceFile(path, text, outline.packageName(), outline.types());
  }

  /** The last part of the path. */
  public String fileName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without its last part; empty at the top. */
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The names of its top-level types, with their package. */
  public List<String> classNames() {
    return types.stream().map(this::qualified).toList();
  }

  private String qualified(String type) {
    return packageName.isEmpty() ? type : packageName + "." + type;
  }
}
