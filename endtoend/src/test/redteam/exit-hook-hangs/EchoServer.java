package chatlabs.echo;

/** Ends the program, and hangs in a shutdown hook. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      while (true) {
        Thread.onSpinWait();
      }
    }));
    System.exit(0);
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
