package chatlabs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says is what happens. */
class DoctorTest {
  @TempDir private Path temp;

  @Test
  void it_finds_what_this_machine_has_and_names_the_tier_that_grading_takes() throws Exception {
    var chatlab = new Chatlab(temp);
    var doctor = chatlab.run("doctor");
    assertThat(doctor.exit()).as(doctor.output()).isZero();
    assertThat(doctor.output())
        .containsPattern("ok +JDK +\\d+.* in ")
        .containsPattern("ok +Maven +Apache Maven \\d")
        .containsPattern("ok +ports ");

    HandIns.reference(temp.resolve("class/right"));
    var grade = chatlab.run("grade", "01", "class", "--out", "report", "--check", HandIns.CHECK);
    String tier = Walls.areHere() ? "strict" : "basic";
    assertThat(doctor.output()).contains("--sandbox auto takes " + tier + ": ");
    assertThat(grade.output()).contains("Sandbox " + tier + ": ");
  }
}
