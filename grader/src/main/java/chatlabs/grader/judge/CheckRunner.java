package chatlabs.grader.judge;

import chatlabs.grader.check.Bench;
import chatlabs.grader.judge.CheckSuite.Loaded;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs single checks with JUnit. For one thread at a time; blocks until the check is over. */
final class CheckRunner {
  private final Launcher launcher =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .addTestEngines(new JupiterTestEngine())
              .enableTestExecutionListenerAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .build());

  Finding run(Loaded check, Bench bench) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                DiscoverySelectors.selectMethod(check.method().getDeclaringClass(), check.method()))
            .configurationParameter(Bench.PARAMETER, bench.name())
            .build();
    var listener = new Listener();
    launcher.execute(request, listener);
    return listener.finding();
  }

  private static final class Listener implements TestExecutionListener {
    private final AtomicReference<@Nullable TestExecutionResult> result = new AtomicReference<>();

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult outcome) {
      if (identifier.isTest() || outcome.getThrowable().isPresent()) {
        result.compareAndSet(null, outcome);
      }
    }

    Finding finding() {
      var outcome = result.get();
      return outcome == null
          ? new Finding.Unjudged("JUnit did not run the check")
          : Finding.of(outcome.getThrowable());
    }
  }
}
