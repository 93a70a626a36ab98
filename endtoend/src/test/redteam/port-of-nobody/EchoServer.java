package chatlabs.echo;

/** Says a port at which nobody listens. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {

  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
