package chatlabs.echo;

/** A stack overflow. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    new EchoServer(port);
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
