package chatlabs.echo;

/** A word is missing. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) {}

  public int port() {
    return
  }

  @Override
  public void close() {}
}
