package chatlabs.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
  @TempDir Path temp;
  private Sample sample;

  @BeforeEach
  void nothing_yet() throws IOException {
    sample = Sample.in(temp);
  }

  @Test
  void folders_zips_and_single_files_are_a_hand_in_each() throws IOException {
    sample.flat("alice").file("bob.zip", Sample.labZip("")).file("carol.java", Sample.SERVER);
    assertThat(sample.names()).containsExactly("alice", "bob", "carol");
    assertThat(sample.open().submissions()).allMatch(s -> s instanceof Submission.Found);
  }

  @Test
  void a_file_of_the_lab_beside_hand_ins_does_not_swallow_them() throws IOException {
    sample.flat("alice").flat("bob").file("EchoServer.java", Sample.SERVER);
    assertThat(sample.names()).containsExactly("EchoServer", "alice", "bob");
  }

  @Test
  void hand_ins_without_anything_are_reported_too() throws IOException {
    sample.flat("alice").file("bob/notes.txt", "sorry");
    Files.createDirectory(sample.root().resolve("carol"));
    assertThat(sample.names()).containsExactly("alice", "bob", "carol");
    assertThat(sample.unusable("bob").kind()).isEqualTo(Submission.Kind.EMPTY);
    assertThat(sample.unusable("carol").reason()).contains("there is no .java file in it");
  }

  @Test
  void flat_sources_are_one_hand_in() throws IOException {
    sample.flat("").file("Line.java", "class Line {}").file("lib/x/EchoNotes.txt", "");
    assertThat(sample.names()).containsExactly("hand-ins");
  }

  @Test
  void flat_sources_with_a_mistyped_name_are_one_hand_in() throws IOException {
    sample.file("EchoSever.java", "package chatlabs.echo; class EchoSever {}");
    sample.file("Line.java", "class Line {}");
    assertThat(sample.unusable("hand-ins").reason()).contains("class EchoSever in EchoSever.java");
  }

  @Test
  void a_maven_tree_is_one_hand_in() throws IOException {
    sample.file("pom.xml", "").flat("src/main/java/chatlabs/echo");
    assertThat(sample.names()).containsExactly("hand-ins");
  }

  @Test
  void folders_of_one_project_are_one_hand_in() throws IOException {
    sample.file("server/EchoServer.java", Sample.SERVER);
    sample.file("client/EchoClient.java", Sample.CLIENT);
    assertThat(Sample.paths(sample.found("hand-ins"))).hasSize(2);
  }

  @Test
  void an_old_copy_beside_flat_sources_leaves_them_one_hand_in() throws IOException {
    sample.flat("").flat("old").flat("attempt1");
    assertThat(sample.names()).containsExactly("hand-ins");
  }

  @Test
  void files_named_after_students_are_several_when_they_declare_the_same_class()
      throws IOException {
    sample.file("alice.java", Sample.SERVER).file("bob.java", Sample.SERVER);
    assertThat(sample.names()).containsExactly("alice", "bob");
  }

  @Test
  void files_with_other_names_are_one_hand_in_else() throws IOException {
    sample.file("Main.java", Sample.SERVER).file("Other.java", Sample.CLIENT);
    assertThat(sample.names()).containsExactly("hand-ins");
  }

  @Test
  void a_folder_around_a_class_of_hand_ins_does_no_harm() throws IOException {
    sample.flat("all/alice").flat("all/bob").flat("all/carol");
    assertThat(sample.names()).containsExactly("alice", "bob", "carol");
  }

  @Test
  void a_student_with_two_versions_is_one_hand_in() throws IOException {
    sample.flat("alice/v1").flat("alice/v2").flat("bob");
    assertThat(sample.names()).containsExactly("alice", "bob");
    assertThat(Sample.paths(sample.found("alice")))
        .containsExactly("v2/EchoClient.java", "v2/EchoServer.java");
  }

  @Test
  void moodle_folders_are_students() throws IOException {
    sample.flat("Jane Doe_123456_assignsubmission_file_");
    sample.file("Jane Doe_123456_assignsubmission_onlinetext_/onlinetext.html", "hello");
    sample.file("Zoë Ångström_123457_assignsubmission_file_/lab.zip", Sample.labZip("lab/"));
    assertThat(sample.names()).containsExactly("Jane_Doe", "Zoë_Ångström");
    assertThat(sample.found("Jane_Doe").notes()).anyMatch(n -> n.contains("onlinetext.html"));
    assertThat(sample.found("Zoë_Ångström").missing()).isEmpty();
  }

  @Test
  void moodle_files_without_folders_are_grouped_by_student() throws IOException {
    sample.file("Jane Doe_1_assignsubmission_file_EchoServer.java", Sample.SERVER);
    sample.file("Jane Doe_1_assignsubmission_file_EchoClient.java", Sample.CLIENT);
    assertThat(Sample.paths(sample.found("Jane_Doe")))
        .containsExactly("EchoClient.java", "EchoServer.java");
  }

  @Test
  void students_of_the_same_name_are_told_apart() throws IOException {
    sample.flat("Jane Doe_1_assignsubmission_file_");
    sample.flat("Jane Doe_2_assignsubmission_file_");
    assertThat(sample.names()).containsExactly("Jane_Doe_1", "Jane_Doe_2");
  }

  @Test
  void canvas_files_are_grouped_by_student_and_get_their_names_back() throws IOException {
    sample.file("doejane_12345_67890_EchoServer-1.java", Sample.SERVER);
    sample.file("doejane_12345_67891_EchoClient.java", Sample.CLIENT);
    sample.file("roejohn_LATE_22345_67892_lab.zip", Sample.labZip(""));
    sample.file("poeann_32345_67893_report.pdf", "");
    assertThat(sample.names()).containsExactly("doejane", "poeann", "roejohn");
    assertThat(Sample.paths(sample.found("doejane")))
        .containsExactly("EchoClient.java", "EchoServer.java");
    assertThat(sample.found("roejohn").missing()).isEmpty();
    assertThat(sample.unusable("poeann").notes()).anyMatch(n -> n.contains("report.pdf"));
  }

  @Test
  void a_zip_with_a_whole_class_in_it_is_unpacked_to_the_work_folder() throws IOException {
    sample.file(
        "moodle.zip",
        Sample.labZip(
            "Jane Doe_1_assignsubmission_file_/", "Bob_2_assignsubmission_file_/x.pdf", "x"));
    var intake = sample.open("moodle.zip");
    assertThat(intake.submissions())
        .extracting(Submission::name)
        .containsExactly("Bob", "Jane_Doe");
    assertThat(intake.submissions().getFirst().notes()).anyMatch(n -> n.contains("x.pdf"));
    assertThat(intake.submissions().getLast().source())
        .endsWith("moodle.zip!/Jane Doe_1_assignsubmission_file_");
  }

  @Test
  void groups_with_an_export_each_are_looked_into() throws IOException {
    sample.flat("monday/Jane Doe_1_assignsubmission_file_");
    sample.flat("tuesday/Bob_2_assignsubmission_file_").flat("late");
    assertThat(sample.names()).containsExactlyInAnyOrder("Jane_Doe", "Bob", "late");
  }

  @Test
  void one_zip_and_one_file_may_be_named_directly() throws IOException {
    sample.file("jane.zip", Sample.labZip("wrapper/")).file("bob.java", Sample.SERVER);
    assertThat(sample.open("jane.zip").submissions().getFirst().name()).isEqualTo("jane");
    assertThat(sample.open("bob.java").submissions().getFirst())
        .isInstanceOf(Submission.Found.class);
  }

  @Test
  void strays_are_named_in_the_notes() throws IOException {
    sample.flat("alice").flat("bob").file(".DS_Store", "").file("grades.csv", "");
    sample.file("__MACOSX/._x", "").file("Thumbs.db", "").file("A.class", "");
    assertThat(sample.names()).containsExactly("alice", "bob");
    assertThat(String.join("\n", sample.open().notes()))
        .contains(".DS_Store", "grades.csv", "__MACOSX", "Thumbs.db", "A.class");
  }

  @Test
  void names_are_unique_whatever_their_case_and_safe_as_file_names() throws IOException {
    sample.flat("alice").file("Alice.zip", Sample.labZip("")).flat("con").flat("a b$(x)");
    assertThat(sample.names()).containsExactly("Alice", "a_b--x", "alice-2", "con_");
    assertThat(Names.safe("../../etc/passwd")).isEqualTo("etc-passwd");
    assertThat(Names.safe("x".repeat(300))).hasSizeLessThanOrEqualTo(60);
    assertThat(Names.safe("...")).isEqualTo("hand-in");
  }

  @Test
  void what_is_no_input_is_a_clear_error() throws IOException {
    assertBad("nowhere", "there is no ", "name a folder of hand-ins");
    sample.file("x.txt", "");
    assertBad("x.txt", "x.txt is no hand-in");
    assertBad("", "there are no hand-ins in", "x.txt");
    Files.createDirectory(sample.root().resolve("empty"));
    assertBad("empty", "there are no hand-ins in", "put a folder");
  }

  private void assertBad(String path, String... messages) {
    assertThatThrownBy(() -> sample.open(path))
        .isInstanceOf(BadInput.class)
        .hasMessageContainingAll(messages);
  }
}
