package chatlabs.echo;

/** The constructor never returns, and keeps a core busy. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    while (true) {
      Thread.onSpinWait();
    }
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
