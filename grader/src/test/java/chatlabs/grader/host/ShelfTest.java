package chatlabs.grader.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  @TempDir Path folder;

  @Test
  void what_is_written_is_read_and_nothing_is_nothing() throws IOException {
    Path made = Shelf.folderIn(folder);
    Shelf.write(made.resolve("a"), new byte[] {1, 0, -1});

    assertThat(Shelf.read(made.resolve("a"))).containsExactly(1, 0, -1);
    assertThat(Shelf.read(made.resolve("b"))).isNull();
    assertThat(Shelf.folderIn(folder)).isNotEqualTo(made).isEmptyDirectory();
  }

  @Test
  void a_folder_and_a_file_without_end_are_not_read() throws IOException {
    Path endless = folder.resolve("endless");
    Shelf.write(endless, new byte[Shelf.LONGEST + 1]);

    assertThatThrownBy(() -> Shelf.read(endless)).hasMessageContaining("more than");
    assertThatThrownBy(() -> Shelf.read(folder)).hasMessageContaining("not a file");
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    Path secret = folder.resolve("secret");
    Shelf.write(secret, new byte[] {1});
    Path link = Files.createSymbolicLink(folder.resolve("link"), secret);

    assertThatThrownBy(() -> Shelf.read(link)).hasMessageContaining("not a file");
  }
}
