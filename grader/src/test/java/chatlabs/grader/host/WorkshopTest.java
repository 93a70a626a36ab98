package chatlabs.grader.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkshopTest {
  private static final String ECHO = Things.Echo.class.getName();

  @AutoClose private final Workshop workshop = workshop();

  @Test
  void constructors_are_found_by_their_arguments() throws Exception {
    assertThat(call(make(ECHO), "made")).isEqualTo("()");
    assertThat(call(make(ECHO, 3), "made")).isEqualTo("(int 3)");
    assertThat(call(make(ECHO, "x"), "made")).isEqualTo("(Object)");
    assertThat(make(ECHO).className()).isEqualTo(ECHO);
  }

  @Test
  void of_several_overloads_the_nearest_is_taken() throws Exception {
    var echo = make(ECHO);

    assertThat(call(echo, "same", "text")).isEqualTo("text");
    assertThat(call(echo, "same", true)).isEqualTo("an object");
    assertThat(call(echo, "same", 7)).isEqualTo(7L);
    assertThat(call(echo, "same", 70_000)).isEqualTo("an object");
  }

  @Test
  void values_of_all_plain_kinds_go_in_and_out() throws Exception {
    var echo = make(ECHO);
    var address = new InetSocketAddress("127.0.0.1", 80);

    assertThat(call(echo, "bytes", new byte[] {1, 2})).isEqualTo(new byte[] {1, 2});
    assertThat(call(echo, "twice", Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(4));
    assertThat(call(echo, "up", Path.of("a", "b"))).isEqualTo(Path.of("a"));
    assertThat(call(echo, "where", address)).isEqualTo(address);
    assertThat(call(echo, "other", "RED")).isEqualTo("GREEN");
    assertThat(call(echo, "maybe", true)).isEqualTo("here");
    assertThat(call(echo, "maybe", false)).isNull();
    assertThat(call(echo, "half")).isEqualTo(0.5);
    assertThat(call(echo, "letter")).isEqualTo("x");
    assertThat(workshop.call(echo, "up", Arrays.asList(Path.of("a")))).isNull();
  }

  @Test
  void lists_go_in_and_out_and_what_is_nested_in_them_stays_an_object() throws Exception {
    var echo = make(ECHO);

    assertThat((List<?>) call(echo, "pieces", new byte[] {1, 2}))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(new byte[] {1, 2}),
            second -> assertThat(second).isEqualTo(new byte[0]));
    assertThat((List<?>) call(echo, "nested"))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("x"),
            second -> assertThat(second).isInstanceOf(Ref.class));
    assertThat(call(echo, "size", List.of("a", "b"))).isEqualTo(2L);
  }

  @Test
  void objects_go_in_and_out_as_references() throws Exception {
    var echo = make(ECHO);
    var self = (Ref) call(echo, "self");

    assertThat(call(echo, "isEcho", self)).isEqualTo(true);
    assertThat(call(echo, "isEcho", make(ECHO))).isEqualTo(false);
  }

  @Test
  void static_methods_need_no_object() throws Exception {
    assertThat(workshop.call(ECHO, "stat", List.of("x"))).isEqualTo("static x");
  }

  @Test
  void static_state_begins_afresh_in_each_workshop() throws Exception {
    assertThat(call(make(ECHO), "next")).isEqualTo(1L);
    assertThat(call(make(ECHO), "next")).isEqualTo(2L);
    try (var other = workshop()) {
      assertThat(other.call(other.make(ECHO, List.of()), "next", List.of())).isEqualTo(1L);
    }
  }

  @Test
  void what_the_code_throws_is_told_as_it_is() throws Exception {
    var echo = make(ECHO);

    assertThat(catchThrowableOfType(InvocationTargetException.class, () -> call(echo, "fails")))
        .hasRootCauseMessage("on purpose");
    assertThat(catchThrowableOfType(InvocationTargetException.class, () -> make(ECHO, "h", 1)))
        .hasRootCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chatlabs.Nowhere | public class chatlabs.Nowhere | there is no class of that name",
        "chatlabs.grader.host.Things$Hidden | public class Hidden | the class is not public",
        "chatlabs.grader.host.Things$Shape | public Shape() | Shape is abstract",
        "chatlabs.grader.host.Things | public Things() | found private Things()",
      })
  void what_is_missing_is_named_with_what_there_is(String type, String wanted, String found) {
    var missing = catchThrowableOfType(Missing.class, () -> make(type));

    assertThat(missing.wanted()).isEqualTo(wanted);
    assertThat(missing.found()).isEqualTo(found);
  }

  @Test
  void a_missing_method_is_named_with_its_nearest() throws Exception {
    var echo = make(ECHO);

    assertThat(catchThrowable(() -> call(echo, "notpublic")))
        .hasMessage("public method Echo.notpublic() is missing; found notPublic()");
    assertThat(catchThrowable(() -> call(echo, "made", 3)))
        .hasMessage("public method Echo.made(int) is missing; found public made()");
    assertThat(catchThrowable(() -> call(echo, "nothing", "x", new byte[0])))
        .hasMessageEndingWith("(String, byte[]) is missing; Echo has no method of that name");
    assertThat(catchThrowable(() -> workshop.call(ECHO, "made", List.of())))
        .hasMessage("public static method Echo.made() is missing; found public made()");
  }

  @Test
  void a_class_that_fails_at_its_start_is_said_to() {
    assertThat(catchThrowable(() -> make("chatlabs.grader.host.Things$Broken")))
        .hasMessageContaining("static initialiser")
        .hasMessageContaining("at the start");
  }

  @Test
  void an_object_of_another_workshop_is_no_object_of_this_one() throws Exception {
    try (var other = workshop()) {
      var foreign = other.make(ECHO, List.of());
      make(ECHO);

      assertThat(catchThrowable(() -> call(foreign, "made"))).hasMessageContaining("no object");
    }
  }

  @Test
  void threads_that_were_started_since_are_seen_and_those_before_are_not() throws Exception {
    var hold = new Object();
    assertThat(workshop.strayThreads()).doesNotContain("left-behind");
    var thread = new Thread(() -> waitFor(hold), "left-behind");
    thread.setDaemon(true);
    thread.start();
    assertThat(workshop.strayThreads()).contains("left-behind");
    try (var after = workshop()) {
      assertThat(after.strayThreads()).doesNotContain("left-behind");
    }
    thread.interrupt();
  }

  private static void waitFor(Object hold) {
    synchronized (hold) {
      try {
        hold.wait();
      } catch (InterruptedException done) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Ref make(String type, Object... arguments) throws Exception {
    return workshop.make(type, List.of(arguments));
  }

  private Object call(Ref target, String method, Object... arguments) throws Exception {
    return workshop.call(target, method, List.of(arguments));
  }

  private static Workshop workshop() {
    return new Workshop(Things.class.getProtectionDomain().getCodeSource().getLocation());
  }
}
