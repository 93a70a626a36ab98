package chatlabs.grader.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {
  private static final String SERVER = "chatlabs/echo/EchoServer.java";
  private static final String CLIENT = "chatlabs/echo/EchoClient.java";
  private static final String HEADER =
      """
      Title: One read is one message
      Story: The classroom's recv(1024)
       does this.
      Caught-by: EchoServerTest#joins_pieces
      Caught-by: EchoServerTest#splits

      """;
  private static final String DIFF =
      """
      diff --git a/src/main/java/chatlabs/echo/EchoServer.java b/src/main/java/chatlabs/echo/EchoServer.java
      index 1111111..2222222 100644
      --- a/src/main/java/chatlabs/echo/EchoServer.java
      +++ b/src/main/java/chatlabs/echo/EchoServer.java
      @@ -1,4 +1,4 @@
       one

      -two
      +TWO
       three
      @@ -5,3 +5,4 @@ context
       five
       six
      +six and a half
       seven
      """;
  private static final String NEW_FILE =
      """
      diff --git a/src/main/java/chatlabs/echo/Line.java b/src/main/java/chatlabs/echo/Line.java
      new file mode 100644
      index 0000000..3333333
      --- /dev/null
      +++ b/src/main/java/chatlabs/echo/Line.java
      @@ -0,0 +1,2 @@
      +new
      +file
      diff --git a/src/main/java/chatlabs/echo/EchoClient.java b/src/main/java/chatlabs/echo/EchoClient.java
      deleted file mode 100644
      index 3333333..0000000
      --- a/src/main/java/chatlabs/echo/EchoClient.java
      +++ /dev/null
      @@ -1 +0,0 @@
      -client
      """;

  @TempDir Path home;
  private Kit kit;

  @BeforeEach
  void a_lab() throws IOException {
    kit = new Kit(home).lab("01-echo", Kit.PROPERTIES);
    kit.solution("src/main/java/" + SERVER, "one\n\ntwo\nthree\nfive\nsix\nseven\n");
    kit.solution("src/main/java/" + CLIENT, "client\n");
    kit.file("labs/01-echo/src/main/java/" + SERVER, "starter\n");
  }

  @Test
  void a_fault_is_the_reference_with_its_patch_applied() throws IOException {
    kit.solution("faults/one-read.patch", HEADER + DIFF);
    var fault = Variants.faults(kit.echo()).getFirst();
    assertThat(fault.name()).isEqualTo("one-read");
    assertThat(fault.title()).isEqualTo("One read is one message");
    assertThat(fault.story()).isEqualTo("The classroom's recv(1024) does this.");
    assertThat(fault.caughtBy())
        .containsExactly("EchoServerTest#joins_pieces", "EchoServerTest#splits");
    assertThat(fault.sources())
        .containsOnly(
            entry(SERVER, "one\n\nTWO\nthree\nfive\nsix\nsix and a half\nseven\n"),
            entry(CLIENT, "client\n"));
  }

  @Test
  void a_patch_may_change_several_files_and_make_and_delete_some() throws IOException {
    kit.solution("faults/several.patch", HEADER + DIFF + NEW_FILE);
    assertThat(Variants.faults(kit.echo()).getFirst().sources())
        .containsOnlyKeys(SERVER, "chatlabs/echo/Line.java")
        .containsEntry("chatlabs/echo/Line.java", "new\nfile\n");
  }

  @Test
  void a_patch_with_windows_line_ends_applies() throws IOException {
    kit.solution("faults/crlf.patch", (HEADER + DIFF).replace("\n", "\r\n"));
    assertThat(Variants.faults(kit.echo()).getFirst().sources().get(SERVER)).contains("\nTWO\n");
  }

  @Test
  void a_source_with_windows_line_ends_keeps_them() throws IOException {
    kit.solution("src/main/java/" + SERVER, "one\r\n\r\ntwo\r\nthree\r\nfive\r\nsix\r\nseven\r\n");
    kit.solution("faults/crlf.patch", HEADER + DIFF);
    assertThat(Variants.faults(kit.echo()).getFirst().sources().get(SERVER))
        .startsWith("one\r\n\r\nTWO\r\nthree\r\n");
  }

  @Test
  void a_hunk_that_does_not_fit_is_named_with_its_patch() throws IOException {
    kit.solution("src/main/java/" + SERVER, "one\n\ntwo\nthree\nfive\nSIX\nseven\n");
    kit.solution("faults/stale.patch", HEADER + DIFF);
    assertThatThrownBy(() -> Variants.faults(kit.echo()))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("stale.patch: hunk 2 of src/main/java/" + SERVER)
        .hasMessageContaining("line 5");
  }

  @Test
  void a_patch_of_a_file_that_is_not_there_is_refused() throws IOException {
    kit.solution("faults/x.patch", HEADER + DIFF.replace("EchoServer", "Other"));
    assertThatThrownBy(() -> Variants.faults(kit.echo()))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("Other.java to be changed");
  }

  @Test
  void a_patch_that_leads_out_of_the_sources_is_refused() throws IOException {
    kit.solution("faults/x.patch", HEADER + NEW_FILE.replace("echo/Line", "../../../../../x"));
    assertThatThrownBy(() -> Variants.faults(kit.echo())).isInstanceOf(BrokenLab.class);
  }

  @Test
  void a_file_without_diff_or_title_or_checks_is_refused() throws IOException {
    assertRefused(HEADER, "there is no diff in it");
    assertRefused(HEADER.replaceFirst("Title: .*\n", "") + DIFF, "one line 'Title: …'");
    assertRefused(HEADER.replace("#splits", "") + DIFF, "'EchoServerTest' is not CheckClass#");
    assertRefused("Tilte: x\n" + HEADER + DIFF, "none of Title, Story, Caught-by: Tilte: x");
  }

  @Test
  void a_fault_may_name_no_check_yet() throws IOException {
    kit.solution("faults/x.patch", HEADER.replaceAll("Caught-by: .*\n", "") + DIFF);
    assertThat(Variants.faults(kit.echo()).getFirst().caughtBy()).isEmpty();
  }

  @Test
  void blank_context_at_the_end_of_a_hunk_counts() throws IOException {
    kit.solution("src/main/java/" + SERVER, "one\n\nlast\n");
    var diff = DIFF.substring(0, DIFF.indexOf("@@")) + "@@ -1,2 +1,2 @@\n-one\n+ONE\n";
    for (var end : new String[] {"", "\n", " \n", " \n\n\n"}) {
      kit.solution("faults/x.patch", HEADER + diff + end);
      if (end.isEmpty()) {
        assertRefused(HEADER + diff, "there are not the lines that this hunk says: @@ -1,2");
      } else {
        var sources = Variants.faults(kit.echo()).getFirst().sources();
        assertThat(sources).containsEntry(SERVER, "ONE\n\nlast\n");
      }
    }
  }

  @Test
  void a_hunk_with_more_lines_than_it_says_is_refused() throws IOException {
    assertRefused(HEADER + DIFF + "+eight\n", "more lines than this hunk says: @@ -5,3");
  }

  @Test
  void an_unusual_solution_is_laid_flat_over_the_reference() throws IOException {
    kit.solution("unusual/nio-selector/EchoServer.java", "selector\n");
    kit.solution("unusual/nio-selector/Loop.java", "loop\n");
    var unusual = Variants.unusual(kit.echo()).getFirst();
    assertThat(unusual.name()).isEqualTo("nio-selector");
    assertThat(unusual.sources())
        .containsEntry(SERVER, "selector\n")
        .containsEntry(CLIENT, "client\n")
        .containsKey("chatlabs/echo/Loop.java");
  }

  @Test
  void all_variants_come_in_their_order_and_can_be_written() throws IOException {
    kit.solution("unusual/slow/EchoServer.java", "slow\n");
    kit.solution("faults/one-read.patch", HEADER + DIFF);
    var all = Variants.all(kit.echo());
    assertThat(all)
        .extracting(Variant::name)
        .containsExactly("reference", "starter", "slow", "one-read");
    all.getFirst().materialise(home.resolve("out"));
    assertThat(Files.readString(home.resolve("out").resolve(CLIENT))).isEqualTo("client\n");
  }

  @Test
  void a_lab_without_solution_says_so() throws IOException {
    kit.lab("02-x", Kit.PROPERTIES);
    assertThatThrownBy(() -> Variants.reference(Labs.find(home, "2")))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("there is no folder");
  }

  private void assertRefused(String patch, String message) throws IOException {
    kit.solution("faults/x.patch", patch);
    assertThatThrownBy(() -> Variants.faults(kit.echo()))
        .isInstanceOf(BrokenLab.class)
        .hasMessageContaining("x.patch")
        .hasMessageContaining(message);
  }
}
