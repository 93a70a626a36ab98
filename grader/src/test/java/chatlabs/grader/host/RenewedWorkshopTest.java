package chatlabs.grader.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewedWorkshopTest {
  private static final String COUNTS = "static int count; public int next() { return ++count; }";
  private static final String PLAIN = "private int count; public int next() { return ++count; }";

  @TempDir Path folder;

  @Test
  void classes_with_static_state_start_afresh_every_time() throws Exception {
    compile(COUNTS);
    try (var first = workshop();
        var second = first.renewed()) {
      assertThat(next(first)).isEqualTo(1L);
      assertThat(next(first)).isEqualTo(2L);
      assertThat(next(second)).isEqualTo(1L);
      assertThat(next(second.renewed())).isEqualTo(1L);
      assertThat(second.loader().getParent()).isNotSameAs(first.loader().getParent());
    }
  }

  @Test
  void classes_without_static_state_are_loaded_once() throws Exception {
    compile(PLAIN);
    try (var first = workshop();
        var second = first.renewed()) {
      assertThat(next(first)).isEqualTo(1L);
      assertThat(next(second)).isEqualTo(1L);
      assertThat(second.loader().getParent()).isSameAs(first.loader().getParent());
      assertThat(second.renewed().loader().getParent()).isSameAs(first.loader().getParent());
    }
  }

  @Test
  void each_workshop_has_a_context_loader_of_its_own() throws Exception {
    compile(PLAIN);
    try (var first = workshop();
        var second = first.renewed()) {
      assertThat(second.loader()).isNotSameAs(first.loader());
    }
  }

  @Test
  void objects_of_the_earlier_workshop_are_not_known_to_the_renewed_one() throws Exception {
    compile(PLAIN);
    try (var first = workshop();
        var second = first.renewed()) {
      var old = first.make("Counter", List.of());

      assertThat(catchThrowable(() -> second.call(old, "next", List.of())))
          .hasMessageContaining("no object");
    }
  }

  private static Object next(Workshop workshop) throws Exception {
    return workshop.call(workshop.make("Counter", List.of()), "next", List.of());
  }

  private Workshop workshop() throws IOException {
    return new Workshop(folder.toUri().toURL());
  }

  private void compile(String body) throws IOException {
    Path file =
        Files.writeString(folder.resolve("Counter.java"), "public class Counter { " + body + " }");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
    assertThat(status).isZero();
  }
}
