package chatlabs.grader.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the way of a hand-in one-way: each station depends on those before it and no others. */
class PackageOrderTest {
  private static final String ROOT = "chatlabs.grader.";

  /** The stations in their order. A verdict is data alone; what comes to one is the judge. */
  private static final List<String> STATIONS =
      List.of(
          "lab",
          "submission",
          "build",
          "transcript",
          "wire",
          "channel",
          "host",
          "archive",
          "launch",
          "handout",
          "verdict",
          "check",
          "judge",
          "report",
          "worker",
          "student",
          "selfcheck",
          "soak",
          "bench",
          "doctor",
          "cli");

  private static final JavaClasses GRADER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("chatlabs.grader");

  @TestFactory
  Stream<DynamicTest> each_station_depends_only_on_those_before_it() {
    return STATIONS.stream()
        .map(station -> DynamicTest.dynamicTest(station, () -> looksBackOnly(station)));
  }

  private static void looksBackOnly(String station) {
    var later = STATIONS.subList(STATIONS.indexOf(station) + 1, STATIONS.size());
    noClasses()
        .that()
        .resideInAPackage(ROOT + station + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(later.stream().map(PackageOrderTest::in).toArray(String[]::new)))
        .allowEmptyShould(true)
        .check(GRADER);
  }

  @Test
  void every_class_is_at_a_station() {
    var known = STATIONS.toArray(String[]::new);
    assertThat(GRADER.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .allSatisfy(name -> assertThat(name).startsWith(ROOT))
        .extracting(name -> name.substring(ROOT.length()).split("\\.")[0])
        .isSubsetOf(known);
  }

  /** It runs beside a student's code, which must find nothing of the grader there. */
  @Test
  void the_host_of_a_child_process_is_alone_with_the_jdk_and_a_json_reader() {
    classes()
        .that()
        .resideInAPackage(in("host"))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                in("host"),
                "java..",
                "com.sun.management..",
                "com.grack.nanojson..",
                "org.jspecify.annotations.."))
        .allowEmptyShould(true)
        .check(GRADER);
  }

  private static String in(String station) {
    return ROOT + station + "..";
  }
}
