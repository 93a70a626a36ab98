package chatlabs.grader.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  @TempDir Path temp;
  private Sample sample;

  @BeforeEach
  void a_hand_in_beside() throws IOException {
    sample = Sample.in(temp).flat("zoe");
  }

  @AfterEach
  void the_others_are_found_and_nothing_is_left_anywhere() throws IOException {
    assertThat(sample.found("zoe").missing()).isEmpty();
    try (var files = Files.list(temp)) {
      assertThat(files).containsExactlyInAnyOrder(sample.root(), sample.workDir());
    }
    assertThat(sample.workDir()).isEmptyDirectory();
  }

  @Test
  void a_zip_in_a_folder_and_a_zip_in_a_zip_are_read() throws IOException {
    sample.file("jane/my lab.zip", Sample.labZip("a/b/")).file("jane/readme.txt", "");
    sample.file("bob.zip", Sample.zipOfBytes("inner.zip", Sample.labZip("src/")));
    assertThat(Sample.paths(sample.found("jane"))).contains("my lab.zip/a/b/EchoServer.java");
    assertThat(sample.found("bob").missing()).isEmpty();
  }

  @Test
  void a_zip_in_a_zip_in_a_zip_is_left_aside() throws IOException {
    var inner = Sample.zipOfBytes("c.zip", Sample.labZip(""));
    sample.file("jane.zip", Sample.zipOfBytes("b.zip", inner));
    assertThat(sample.unusable("jane").notes()).anyMatch(n -> n.contains("b.zip/c.zip"));
  }

  @Test
  void what_an_operating_system_adds_to_a_zip_is_left_aside() throws IOException {
    sample.file(
        "jane.zip",
        Sample.labZip("lab/", "__MACOSX/lab/._EchoServer.java", "\0\5", "lab/.DS_Store", "x"));
    var jane = sample.found("jane");
    assertThat(jane.sources()).hasSize(2);
    assertThat(jane.notes()).anyMatch(n -> n.contains("__MACOSX/lab/._EchoServer.java"));
  }

  @Test
  void a_broken_zip_is_refused() throws IOException {
    var zip = Sample.labZip("");
    sample.file("cut.zip", Arrays.copyOf(zip, zip.length - 40));
    sample.file("text.zip", "this is no zip").file("none.zip", "");
    assertRefused("cut", "it is a broken zip, or none at all");
    assertRefused("text", "it is a broken zip, or none at all");
    assertRefused("none", "it is an empty file, not a zip");
  }

  @Test
  void a_zip_with_damaged_data_is_refused_with_the_entry() throws IOException {
    var zip = Sample.labZip("", "Big.java", "class Big {}\n".repeat(500));
    Arrays.fill(zip, 45, 60, (byte) 0xFF);
    sample.file("jane.zip", zip);
    assertRefused("jane", "EchoServer.java", "broken");
  }

  @Test
  void an_empty_zip_is_a_hand_in_with_nothing_in_it() throws IOException {
    sample.file("jane.zip", Sample.zip());
    assertThat(sample.unusable("jane").kind()).isEqualTo(Submission.Kind.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.java",
        "a/../../evil.java",
        "..\\evil.java",
        "/evil.java",
        "C:\\evil.java",
        "c:evil.java",
        "\\\\host\\evil.java",
        "a/../evil.java",
        "evil\n.java"
      })
  void an_entry_that_leads_elsewhere_is_refused_by_name(String name) throws IOException {
    sample.file("jane.zip", Sample.labZip("", name, "class Evil {}"));
    assertRefused("jane", "its entry " + name.replace('\n', '?'));
  }

  @Test
  void an_entry_that_leads_elsewhere_in_a_whole_class_is_refused() throws IOException {
    sample.file("jane.zip", Sample.labZip("Jane_1_assignsubmission_file_/", "../evil.java", "x"));
    assertRefused("jane", "its entry ../evil.java has '..' in its path");
  }

  @Test
  void a_zip_that_unpacks_to_gigabytes_is_refused_in_time() throws IOException {
    sample.file("jane.zip", bomb("EchoNotes.txt"));
    long before = System.nanoTime();
    assertRefused("jane", "it unpacks to more than 100 MiB (at the entry EchoNotes.txt)");
    assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
  }

  @Test
  void a_zip_in_a_zip_that_unpacks_to_gigabytes_is_refused() throws IOException {
    sample.file("jane.zip", Sample.zipOfBytes("b.zip", bomb("x")));
    assertRefused("jane", "in b.zip: it unpacks to more than 100 MiB");
  }

  @Test
  void a_source_that_unpacks_to_gigabytes_is_refused() throws IOException {
    sample.file("jane.zip", bomb("EchoServer.java"));
    assertRefused("jane", "EchoServer.java is larger than 1 MiB");
  }

  @Test
  void sizes_are_counted_and_not_believed() throws IOException {
    var zip = bomb("x.bin");
    // The uncompressed size in the directory entry, which is the last thing but for its name.
    int directory = new String(zip, ISO_8859_1).lastIndexOf("PK\u0001\u0002");
    Arrays.fill(zip, directory + 24, directory + 28, (byte) 1);
    sample.file("jane.zip", zip);
    assertRefused("jane", "it unpacks to more than 100 MiB");
  }

  @Test
  void a_zip_with_too_many_entries_is_refused() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 3 * Budget.MAX_FILES; i++) {
        zip.putNextEntry(new ZipEntry("n" + i));
      }
    }
    sample.file("jane.zip", bytes.toByteArray());
    assertRefused("jane", "it has more than 10,000 entries");
  }

  @Test
  void an_encrypted_zip_is_refused() throws IOException {
    var zip = Sample.labZip("");
    int directory = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[directory + 8] |= 1;
    sample.file("jane.zip", zip);
    assertRefused("jane", "its entry EchoServer.java is encrypted; ask for a zip without password");
  }

  @Test
  void an_unknown_compression_is_refused() throws IOException {
    var zip = Sample.labZip("");
    int directory = new String(zip, ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[directory + 10] = 14;
    sample.file("jane.zip", zip);
    assertRefused("jane", "its entry EchoServer.java is compressed in a way", "14, LZMA");
  }

  @Test
  void a_symbolic_link_in_a_zip_is_refused() throws IOException {
    var link = new ZipArchiveEntry("EchoServer.java");
    link.setUnixMode(0120777);
    sample.file("jane.zip", zipOf(link, "/etc/passwd"));
    assertRefused("jane", "its entry EchoServer.java is a symbolic link");
  }

  @Test
  void two_entries_of_one_name_are_refused() throws IOException {
    sample.file("jane.zip", zipOf(new ZipArchiveEntry("A.java"), "a", "./A.java", "b"));
    assertRefused("jane", "it has two entries named A.java");
  }

  @Test
  void names_that_are_not_utf_8_are_read_as_old_programs_wrote_them() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, Charset.forName("IBM437"))) {
      zip.putNextEntry(new ZipEntry("Übung/EchoServer.java"));
      zip.write(Sample.SERVER.getBytes(UTF_8));
    }
    sample.file("jane.zip", bytes.toByteArray());
    assertThat(Sample.paths(sample.found("jane"))).containsExactly("Übung/EchoServer.java");
  }

  @Test
  void windows_slashes_in_names_are_folders() throws IOException {
    sample.file("jane.zip", Sample.labZip("chatlabs\\echo\\"));
    assertThat(sample.found("jane").sources().getFirst().path()).startsWith("chatlabs/echo/");
  }

  @Test
  void a_tar_gz_is_read_whatever_it_is_called() throws IOException {
    sample.file("jane.tar.gz", gzip(tar("lab/EchoServer.java", TarArchiveEntry.LF_NORMAL)));
    sample.file("bob.zip", gzip(tar("lab/EchoServer.java", TarArchiveEntry.LF_NORMAL)));
    sample.file("ann.tar", tar("lab/EchoServer.java", TarArchiveEntry.LF_NORMAL));
    for (var name : new String[] {"jane", "bob", "ann"}) {
      assertThat(Sample.paths(sample.found(name))).containsExactly("lab/EchoServer.java");
    }
  }

  @Test
  void links_paths_and_giants_in_a_tar_are_refused() throws IOException {
    sample.file("link.tgz", gzip(tar("EchoServer.java", TarArchiveEntry.LF_SYMLINK)));
    sample.file("hard.tgz", gzip(tar("EchoServer.java", TarArchiveEntry.LF_LINK)));
    sample.file("path.tgz", gzip(tar("../EchoServer.java", TarArchiveEntry.LF_NORMAL)));
    sample.file("bomb.tgz", giantTarGz());
    sample.file("cut.tgz", Arrays.copyOf(gzip(tar("a", TarArchiveEntry.LF_NORMAL)), 60));
    assertRefused("link", "EchoServer.java is a link or a device");
    assertRefused("hard", "EchoServer.java is a link or a device");
    assertRefused("path", "../EchoServer.java has '..'");
    assertRefused("bomb", "it unpacks to more than 100 MiB");
    assertRefused("cut", "broken");
  }

  @Test
  void archives_of_other_kinds_are_named() throws IOException {
    sample.file("jane.rar", "Rar!\u001A\u0007\u0000").file("bob.zip", "Rar!\u001A\u0007");
    sample.file("ann.7z", "7z\u00BC\u00AF'\u001C".getBytes(ISO_8859_1));
    assertRefused("jane", "it is a RAR archive; ask for a zip");
    assertRefused("bob", "it is a RAR archive; ask for a zip");
    assertRefused("ann", "it is a 7z archive; ask for a zip");
  }

  @Test
  void a_broken_archive_beside_good_sources_is_a_note() throws IOException {
    sample.flat("jane").file("jane/backup.zip", "no zip");
    sample.file("bob/lab.zip", "no zip");
    assertThat(sample.found("jane").notes()).anyMatch(n -> n.startsWith("in backup.zip: it is a"));
    assertRefused("bob", "in lab.zip: it is a broken zip");
  }

  private void assertRefused(String name, String... reasons) {
    var hand = sample.unusable(name);
    assertThat(hand.kind()).isEqualTo(Submission.Kind.NOT_JUDGED);
    assertThat(hand.reason()).contains(reasons);
  }

  private static byte[] bomb(String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      var mebibyte = new byte[Budget.MIB];
      for (int i = 0; i < 120; i++) {
        zip.write(mebibyte);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipOf(ZipArchiveEntry entry, String text, String... more)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipArchiveOutputStream(bytes)) {
      zip.putArchiveEntry(entry);
      zip.write(text.getBytes(UTF_8));
      zip.closeArchiveEntry();
      for (int i = 0; i < more.length; i += 2) {
        zip.putArchiveEntry(new ZipArchiveEntry(more[i]));
        zip.write(more[i + 1].getBytes(UTF_8));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(String name, byte kind) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      var entry = new TarArchiveEntry(name, kind);
      var text = Sample.SERVER.getBytes(UTF_8);
      boolean isFile = kind == TarArchiveEntry.LF_NORMAL;
      entry.setSize(isFile ? text.length : 0);
      tar.putArchiveEntry(entry);
      if (isFile) {
        tar.write(text);
      }
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] giantTarGz() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      var entry = new TarArchiveEntry("film.mp4");
      entry.setSize(120L * Budget.MIB);
      tar.putArchiveEntry(entry);
      for (int i = 0; i < 120; i++) {
        tar.write(new byte[Budget.MIB]);
      }
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }
}
