package chatlabs.echo;

/** The static initialiser ends the program. */
public final class EchoServer implements AutoCloseable {
  static {
    System.exit(7);
  }

  public EchoServer(int port) throws Exception {

  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
