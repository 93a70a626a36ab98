package chatlabs.grader.judge;

import chatlabs.grader.check.Bench;
import chatlabs.grader.judge.CheckSuite.Loaded;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs checks with JUnit. For one thread at a time; blocks until they are over. */
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

  /** Runs these checks; there is a finding for each of them. */
  Map<Loaded, Finding> run(List<Loaded> checks, Bench bench) {
    if (checks.isEmpty()) {
      return Map.of();
    }
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(checks.stream().map(CheckRunner::selector).toList())
            .configurationParameter(Bench.PARAMETER, bench.name())
            .build();
    var listener = new Listener();
    launcher.execute(request, listener);
    var findings = new HashMap<Loaded, Finding>();
    checks.forEach(check -> findings.put(check, listener.finding(check.method())));
    return findings;
  }

  private static DiscoverySelector selector(Loaded check) {
    return DiscoverySelectors.selectMethod(check.method().getDeclaringClass(), check.method());
  }

  private static final class Listener implements TestExecutionListener {
    private final Map<Method, TestExecutionResult> results = new HashMap<>();
    private @Nullable Throwable trouble;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult outcome) {
      if (identifier.isTest()) {
        identifier
            .getSource()
            .filter(MethodSource.class::isInstance)
            .ifPresent(source -> results.put(((MethodSource) source).getJavaMethod(), outcome));
      } else if (trouble == null) {
        trouble = outcome.getThrowable().orElse(null);
      }
    }

    Finding finding(Method check) {
      var outcome = results.get(check);
      if (outcome != null) {
        return Finding.of(outcome.getThrowable());
      }
      return trouble == null
          ? new Finding.Unjudged("JUnit did not run the check")
          : Finding.of(Optional.of(trouble));
    }
  }
}
