package chatlabs.echo;

/** The constructor never returns. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    new java.util.concurrent.CountDownLatch(1).await();
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
