package chatlabs.grader.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Classes such as students hand in, to be called by reflection. */
public final class Things {
  private Things() {}

  /** Colours of the enum methods. */
  public enum Colour {
    RED,
    GREEN
  }

  /** Takes and gives every kind of plain value. */
  public static class Echo {
    public static int count;
    private final String made;

    public Echo() {
      made = "()";
    }

    public Echo(int n) {
      made = "(int " + n + ")";
    }

    public Echo(Object o) {
      made = "(Object)";
    }

    public Echo(String host, int port) throws IOException {
      throw new IOException("no route to " + host + ":" + port);
    }

    Echo(byte[] hidden) {
      made = "hidden";
    }

    public String made() {
      return made;
    }

    public int next() {
      return ++count;
    }

    public static String stat(String s) {
      return "static " + s;
    }

    public String same(String s) {
      return s;
    }

    public Object same(Object o) {
      return "an object";
    }

    public short same(short s) {
      return s;
    }

    public byte[] bytes(byte[] b) {
      return b;
    }

    public Duration twice(Duration d) {
      return d.multipliedBy(2);
    }

    public Path up(Path p) {
      return p.getParent();
    }

    public InetSocketAddress where(InetSocketAddress a) {
      return a;
    }

    public Colour other(Colour c) {
      return c == Colour.RED ? Colour.GREEN : Colour.RED;
    }

    public Optional<String> maybe(boolean there) {
      return there ? Optional.of("here") : Optional.empty();
    }

    public float half() {
      return 0.5f;
    }

    public char letter() {
      return 'x';
    }

    public Echo self() {
      return this;
    }

    public boolean isEcho(Echo e) {
      return e == this;
    }

    public List<byte[]> pieces(byte[] b) {
      return List.of(b, new byte[0]);
    }

    public List<Object> nested() {
      return List.of("x", Optional.of(List.of(1)));
    }

    public int size(List<String> list) {
      return list.size();
    }

    public void fails() {
      throw new IllegalStateException("on purpose");
    }

    String notPublic() {
      return "";
    }
  }

  /** Cannot be made. */
  public abstract static class Shape {
    public Shape() {}
  }

  /** Fails before anything else. */
  public static class Broken {
    static final int X = fail();

    private static int fail() {
      throw new IllegalStateException("at the start");
    }
  }

  static class Hidden {
    public Hidden() {}
  }

  /** An exception that makes trouble itself. */
  public static class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message for you");
    }

    @Override
    public void printStackTrace(java.io.PrintWriter out) {
      throw new StackOverflowError();
    }
  }
}
