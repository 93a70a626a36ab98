package chatlabs.echo;

/** An answer in which a parser that calls itself gets lost. */
public final class EchoServer implements AutoCloseable {
  public EchoServer(int port) throws Exception {
    Sockets.say(("{\"id\":1,\"result\":" + "[".repeat(1_000_000) + "\n").getBytes());
  }

  public int port() {
    return 1;
  }

  @Override
  public void close() {}
}
