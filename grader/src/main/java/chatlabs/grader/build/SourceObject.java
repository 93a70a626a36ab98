package chatlabs.grader.build;

import chatlabs.grader.submission.SourceFile;
import java.net.URI;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source in memory. Any file name fits any class: course systems rename what they store. */
final class SourceObject extends SimpleJavaFileObject {
  private final SourceFile file;

  SourceObject(int number, SourceFile file) {
    super(URI.create("handin:///" + number + "/Source.java"), Kind.SOURCE);
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return file.text();
  }

  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    boolean isInfo = simpleName.endsWith("-info");
    return kind == Kind.SOURCE && (!isInfo || file.fileName().equals(simpleName + ".java"));
  }

  @Override
  public @Nullable NestingKind getNestingKind() {
    return null;
  }

  @Override
  public @Nullable Modifier getAccessLevel() {
    return null;
  }

  String lineAt(int position) {
    int at = within(position);
    int end = at;
    while (end < file.text().length() && !isLineEnd(file.text().charAt(end))) {
      end++;
    }
    return file.text().substring(lineBegin(at), end);
  }

  int columnOf(int position) {
    int at = within(position);
    return at - lineBegin(at) + 1;
  }

  private int within(int position) {
    return Math.clamp(position, 0, file.text().length());
  }

  private int lineBegin(int at) {
    int begin = at;
    while (begin > 0 && !isLineEnd(file.text().charAt(begin - 1))) {
      begin--;
    }
    return begin;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
