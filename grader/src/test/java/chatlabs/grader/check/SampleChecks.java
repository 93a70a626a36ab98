package chatlabs.grader.check;

import chatlabs.grader.host.Ref;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks of {@link Student}; {@link CheckExtensionTest} runs them, surefire does not. */
class SampleChecks {
  static final AtomicInteger RUNS = new AtomicInteger();
  static volatile String lastWords = "";

  @StudentClass("chatlabs.grader.check.Student")
  interface Server {
    int port();

    int count();

    void todo();

    void fails();

    void hangs();

    String waitsForIt();

    void letsGo();

    void nothing();

    void repeats(Ref in, Ref out);

    void keeps(int bytes);
  }

  @StudentClass("chatlabs.grader.check.Nobody")
  interface Nobody {}

  @StudentClass("chatlabs.grader.check.Student")
  interface Names {
    String named(String name);
  }

  /** A fixture, as checks have them. */
  record Greeted(Trial trial, Server server) {
    Greeted(Trial trial) {
      this(trial, trial.make(Server.class));
    }
  }

  @Check(requirement = "S-1", points = 2, hint = "Say hello.", todo = 1)
  void greets(Greeted it) {
    it.trial().connect("you", it.server().port()).receives("hello").receivesEnd();
  }

  @Check(requirement = "S-1", points = 2, hint = "Read, and write.", todo = 1)
  void sits_at_a_terminal(Greeted it) {
    var terminal = it.trial().terminal("person");
    var run = it.trial().later("repeats(in, out)", () -> repeats(it.server(), terminal));
    terminal.person().says("Grüße 👋").receives("you typed Grüße 👋").finishes();
    run.value();
  }

  @Check(requirement = "S-1", points = 2, hint = "Let go of it.", todo = 1)
  void sees_how_much_memory_is_in_use(Greeted it) {
    it.server().keeps(0);
    var before = it.trial().memoryInUse();
    it.server().keeps(50_000_000);
    long growth = it.trial().memoryInUse().orElseThrow() - before.orElseThrow();
    it.server().keeps(0);
    it.trial().equal("50 MB more or less:", 1L, Math.round(growth / 50e6));
  }

  @Check(requirement = "S-1", points = 2, hint = "It is elsewhere.", todo = 1)
  void cannot_see_the_memory(Trial trial) {
    trial.equal("memory", java.util.OptionalLong.empty(), trial.memoryInUse());
  }

  @Check(requirement = "S-1", points = 1, hint = "", todo = 1)
  void calls_a_static_method(Trial trial) {
    trial.equal("the name", "Student bob", trial.statics(Names.class).named("bob"));
  }

  @Check(requirement = "S-2", points = 3, hint = "Look at it.", todo = 2)
  void says_goodbye(Greeted it) {
    it.trial().connect("you", it.server().port()).receives("goodbye");
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void meets_a_todo_in_the_call(Greeted it) {
    it.server().todo();
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void meets_a_todo_in_a_thread(Trial trial) {
    var server = trial.make(Server.class, "TODO 3: greet");
    trial.connect("you", server.port()).staysQuiet(Duration.ofMinutes(9), "it ends by the alarm");
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void meets_an_exception(Greeted it) {
    it.server().fails();
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void misses_a_class(Trial trial) {
    trial.make(Nobody.class);
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void misses_a_method(Greeted it) {
    it.server().nothing();
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void gets_a_result_of_another_type(Greeted it) {
    it.trial().equal("the count", 0, it.server().count());
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void is_told_a_port_that_is_none(Trial trial) {
    trial.connect("you", 70_000);
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void waits_for_a_call_that_hangs(Greeted it) {
    it.server().hangs();
  }

  /** The call is waited for when its result is asked for, and not before. */
  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void lets_a_call_take_its_time(Greeted it) {
    var waits = it.trial().later("waitsForIt()", () -> answered(it.server()));
    it.trial().connect("you", it.server().port()).receives("hello");
    it.trial().eventually(Duration.ofMillis(700), () -> false);
    it.server().letsGo();
    waits.returns("done");
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void gives_a_call_the_time_of_the_protocol(Greeted it) {
    var waits = it.trial().later("waitsForIt()", () -> answered(it.server()));
    it.trial().later("letsGo()", () -> letGoLater(it));
    waits.within(Duration.ofSeconds(30)).returns("done");
  }

  private static boolean letGoLater(Greeted it) {
    it.trial().eventually(Duration.ofMillis(700), () -> false);
    it.server().letsGo();
    return true;
  }

  private static String answered(Server server) {
    return server.waitsForIt();
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void expects_another_exception(Greeted it) {
    it.trial().thrownBy("fails()", "java.io.IOException", () -> fails(it.server()));
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void expects_the_exception(Greeted it) {
    it.trial().thrownBy("fails()", "java.lang.RuntimeException", () -> fails(it.server()));
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void sees_a_mismatch_beside(Greeted it) {
    var you = it.trial().connect("you", it.server().port());
    it.trial().later("the greeting", () -> you.receives("goodbye")).value();
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void is_broken_itself(Trial trial) {
    throw new IndexOutOfBoundsException("the author's mistake");
  }

  @Check(requirement = "S-3", points = 1, hint = "", todo = 2)
  void notes_its_words(Trial trial) {
    lastWords = trial.words().sentence() + trial.random().nextLong();
  }

  @Check(requirement = "S-4", points = 1, hint = "", todo = 2)
  void passes_every_second_time(Trial trial) {
    trial.equal("the run", 1, RUNS.incrementAndGet() % 2 == 0 ? 1 : 0);
  }

  private static Object repeats(Server server, Terminal terminal) {
    server.repeats(terminal.reader(), terminal.writer());
    return "";
  }

  private static Object fails(Server server) {
    server.fails();
    return "";
  }
}
