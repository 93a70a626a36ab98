package chatlabs.grader.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import chatlabs.grader.doctor.Finding.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "paths are compared as text")
class DoctorTest {
  private static final Optional<String> NO_WALLS = Optional.of("setting up uid map: denied");
  private final Patient patient = new Patient();

  @Test
  void a_machine_that_is_well_is_ok_all_over() {
    assertThat(findings(Optional.empty())).allMatch(each -> each.state() == State.OK);
  }

  @Test
  void what_is_not_ok_has_a_reason_and_a_command() {
    patient.programs.clear();
    patient.settings.put("java.version", "17.0.2");
    patient.settings.put("stdout.encoding", "ANSI_X3.4-1968");
    patient.free = 1 << 20;
    patient.loopback = "refused";
    patient.readOnly.add("/tmp");
    for (Os os : Os.values()) {
      patient.os = os;
      assertThat(findings(NO_WALLS))
          .filteredOn(each -> each.state() != State.OK)
          .hasSizeGreaterThan(6)
          .allSatisfy(each -> assertThat(each.why()).isNotEmpty())
          .allSatisfy(each -> assertThat(each.remedy()).as(os + " " + each).isNotEmpty());
    }
  }

  @Test
  void a_jdk_that_is_too_old_or_has_no_compiler_is_missing() {
    patient.settings.put("java.version", "17.0.2");
    assertThat(finding("JDK", Optional.empty()).state()).isEqualTo(State.MISSING);
    patient.settings.put("java.version", "25-ea");
    assertThat(finding("JDK", Optional.empty()).state()).isEqualTo(State.OK);
    patient.settings.remove("jdk.compiler");
    assertThat(finding("JDK", Optional.empty()).found()).contains("without a compiler");
  }

  @Test
  void a_maven_that_is_too_old_is_missing() {
    patient.programs.put("mvn", "Apache Maven 3.6.3");
    assertThat(finding("Maven", Optional.empty()).found())
        .isEqualTo("Apache Maven 3.6.3, older than 3.8");
    patient.programs.put("mvn", "Apache Maven 4.0.0-rc-3");
    assertThat(finding("Maven", Optional.empty()).state()).isEqualTo(State.OK);
  }

  @Test
  void the_groups_of_the_kernel_are_used_where_they_can_be_had() {
    assertThat(finding("cgroups", Optional.empty()).found())
        .isEqualTo("version 1 or none, not used");
    patient.groups = true;
    assertThat(finding("cgroups", Optional.empty()).found()).isEqualTo("version 1, used");
    patient.files.put("/sys/fs/cgroup/cgroup.controllers", "memory");
    assertThat(finding("cgroups", Optional.empty()).found()).isEqualTo("version 2, not used");
  }

  @Test
  void without_walls_the_kit_is_weaker_and_nothing_is_missing() {
    patient.programs.remove("bwrap");
    var findings = findings(NO_WALLS);
    assertThat(finding("strict tier", NO_WALLS).found()).contains("uid map: denied");
    assertThat(finding("bubblewrap", NO_WALLS).remedy()).isEqualTo("sudo apt install bubblewrap");
    assertThat(findings).noneMatch(each -> each.state() == State.MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "user/max_user_namespaces, 0, user.max_user_namespaces=15000",
    "kernel/unprivileged_userns_clone, 0, kernel.unprivileged_userns_clone=1",
    "kernel/apparmor_restrict_unprivileged_userns, 1, apparmor_parser"
  })
  void what_forbids_namespaces_is_named_with_its_remedy(String name, String value, String remedy) {
    patient.files.put("/proc/sys/" + name, value + "\n");
    var finding = finding("user namespaces", NO_WALLS);
    assertThat(finding.found()).contains(name.replace('/', '.') + " is " + value);
    assertThat(finding.remedy()).contains(remedy);
  }

  @Test
  void what_would_forbid_namespaces_to_others_is_no_news_when_the_walls_stand() {
    patient.files.put("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1\n");
    assertThat(finding("user namespaces", Optional.empty()).state()).isEqualTo(State.OK);
  }

  @Test
  void folders_disk_and_ports_are_needed() {
    patient.readOnly.add("/kit/target");
    patient.free = 1 << 20;
    patient.loopback = "refused";
    assertThat(findings(Optional.empty()))
        .filteredOn(each -> each.state() == State.MISSING)
        .extracting(Finding::what)
        .containsExactly("ports", "kit's folder", "disk, kit", "disk, temp");
  }

  @Test
  void elsewhere_linux_is_not_asked_for() {
    patient.os = Os.MACOS;
    assertThat(findings(Optional.of("it needs Linux")))
        .extracting(Finding::what)
        .contains("strict tier")
        .doesNotContain("bubblewrap", "prlimit");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, ID=debian, DEBIAN",
    "Linux, ID=linuxmint ID_LIKE=\"ubuntu debian\", DEBIAN",
    "Linux, ID=\"rocky\" ID_LIKE=\"rhel centos fedora\", FEDORA",
    "Linux, ID=arch, OTHER",
    "Mac OS X, '', MACOS",
    "Windows 11, '', WINDOWS"
  })
  void systems_are_told_apart(String name, String release, Os expected) {
    assertThat(Os.of(name, release.replace(" ID", "\nID"))).isEqualTo(expected);
  }

  @Test
  void this_machine_can_be_looked_at() {
    assertThat(new Doctor().examine(Path.of("").toAbsolutePath(), Optional.empty())).isNotEmpty();
  }

  private List<Finding> findings(Optional<String> refusal) {
    return new Doctor(patient).examine(Path.of("/kit"), refusal);
  }

  private Finding finding(String what, Optional<String> refusal) {
    return findings(refusal).stream()
        .filter(each -> each.what().equals(what))
        .findFirst()
        .orElseThrow();
  }
}
