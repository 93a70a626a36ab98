package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.judge.CheckSuite;
import chatlabs.grader.judge.Judge;
import chatlabs.grader.lab.Lab;
import chatlabs.grader.lab.Labs;
import chatlabs.grader.launch.Command;
import chatlabs.grader.launch.Holding;
import chatlabs.grader.launch.Subject;
import chatlabs.grader.verdict.CheckVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.wire.Patience;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that need classes say so, and no others do: servers are all worth the same. */
class NeedsClassesTest {
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path temp;
  private Lab lab;
  private CheckSuite suite;

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @ValueSource(strings = {"01", "02", "03", "04"})
  void those_that_the_reference_does_not_pass_as_a_command_say_so(String number) throws Exception {
    lab = Labs.find(Chatlab.HOME, number);
    suite = CheckSuite.of(lab);
    var reference = command(JAVA, lab.solution().resolve("target/classes"));
    var passed = of(verdicts(claimingClasses(reference)), Verdict.PASSED);
    var nothing = verdicts(command("no-such-program", temp));

    var others = new TreeSet<>(nothing.keySet());
    others.removeAll(passed);
    assertThat(of(nothing, Verdict.NOT_JUDGED)).isEqualTo(others);
    assertThat(of(nothing, Verdict.FAILED)).isEqualTo(passed);
  }

  private Command command(String java, Path classes) {
    String iterations = "-Dchatlabs.pbkdf2.iterations=1000";
    var words = List.of(java, iterations, "-cp", classes.toString(), lab.server().className(), "{port}");
    return new Command(words, temp, lab.server().className(), Holding.basic());
  }

  /** The same, but for this: the checks that need classes begin, too. */
  private static Subject claimingClasses(Subject subject) {
    return (Subject)
        Proxy.newProxyInstance(
            Subject.class.getClassLoader(),
            new Class<?>[] {Subject.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("hasClasses")) {
                return true;
              }
              try {
                return method.invoke(subject, arguments);
              } catch (InvocationTargetException threw) {
                throw threw.getTargetException();
              }
            });
  }

  private Map<String, CheckVerdict> verdicts(Subject subject) throws InterruptedException {
    try (subject) {
      return new Judge(suite, 1, Patience.USUAL)
          .judge(subject).stream().collect(Collectors.toMap(CheckVerdict::id, verdict -> verdict));
    }
  }

  private static Set<String> of(Map<String, CheckVerdict> verdicts, Verdict which) {
    return verdicts.values().stream()
        .filter(each -> each.verdict() == which)
        .map(CheckVerdict::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
