package chatlabs.grader.launch;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.host.Ref;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AttachTest {
  private static final InetSocketAddress WHERE = new InetSocketAddress("192.0.2.1", 4711);

  private final Attach elsewhere = new Attach(WHERE, "chat.Server");

  @Test
  void the_server_is_there_and_has_its_port() {
    Ref server = elsewhere.make("chat.Server", List.of(0)).join();

    assertThat(server.className()).isEqualTo("chat.Server");
    assertThat(elsewhere.call(server, "port", List.of()).join()).isEqualTo(4711L);
    assertThat(elsewhere.address(1)).isEqualTo(WHERE);
    assertThat(elsewhere.printed()).isEmpty();
    assertThat(elsewhere.isOld()).isTrue();
  }

  @Test
  void everything_else_is_out_of_reach() {
    Ref server = elsewhere.make("chat.Server", List.of(0)).join();

    assertOutOfReach(elsewhere.make("chat.Client", List.of(0)));
    assertOutOfReach(elsewhere.make("chat.Server", List.of(1)));
    assertOutOfReach(elsewhere.call(server, "close", List.of()));
    assertOutOfReach(elsewhere.callStatic("chat.Server", "main", List.of()));
    assertOutOfReach(elsewhere.strayThreads());
  }

  private static void assertOutOfReach(CompletableFuture<?> future) {
    assertThat(future.exceptionNow()).isInstanceOf(Failure.OutOfReach.class);
  }
}
