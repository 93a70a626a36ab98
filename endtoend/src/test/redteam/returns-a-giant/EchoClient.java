package chatlabs.echo;

/** A reply that nobody has sent and nobody can hold. */
public final class EchoClient implements AutoCloseable {
  public EchoClient(String host, int port) {}

  public String send(String line) {
    return "x".repeat(100_000_000);
  }

  @Override
  public void close() {}
}
