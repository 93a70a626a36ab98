package chatlabs.grader.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Reads {@code lab.properties}; every mistake in it is a {@link BrokenLab} that names the key. */
final class LabProperties {
  static final String FILE = "lab.properties";

  private static final Pattern PACKAGE = Pattern.compile("[a-z]\\w*(\\.[a-z]\\w*)*");
  private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*");

  private static final Pattern CLASS_IN_PACKAGE =
      Pattern.compile(PACKAGE.pattern() + "\\." + CLASS.pattern());

  private final Path file;
  private final Properties properties = new Properties();

  private LabProperties(Path file) {
    this.file = file;
    try (var reader = Files.newBufferedReader(file, UTF_8)) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new BrokenLab(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The lab in {@code folder}, whose name begins with {@code number}. Blocks to read the file. */
  static Lab read(Path folder, int number, Path solution) {
    var properties = new LabProperties(folder.resolve(FILE));
    var packageName = properties.matching("package", PACKAGE, "a package, like chatlabs.lab");
    var roles = properties.classes(packageName);
    return new Lab(
        folder.getFileName().toString(),
        number,
        properties.required("title"),
        roles,
        properties.server(roles),
        properties.port(),
        properties.bench(),
        properties.frame(),
        folder,
        solution);
  }

  private List<Role> classes(String packageName) {
    var names = Arrays.stream(required("classes").split(",")).map(String::strip).toList();
    for (var name : names) {
      if (!CLASS.matcher(name).matches()) {
        throw broken("classes", "'" + name + "' is not the name of a class");
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      throw broken("classes", "a class is named twice");
    }
    return names.stream().map(name -> new Role(name, packageName)).toList();
  }

  private Role server(List<Role> roles) {
    var name = required("server");
    return roles.stream()
        .filter(role -> role.simpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> broken("server", "'" + name + "' is none of 'classes'"));
  }

  private int port() {
    var text = matching("port", Pattern.compile("\\d{1,5}"), "a number from 1 to 65535");
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw broken("port", "'" + text + "' is not a number from 1 to 65535");
    }
    return port;
  }

  /** Not every lab has one. */
  private Optional<String> bench() {
    return properties.getProperty("bench", "").isBlank()
        ? Optional.empty()
        : Optional.of(
            matching(
                "bench", CLASS_IN_PACKAGE, "a class with its package, like chatlabs.lab.Some"));
  }

  /** Labs without datagrams have none. */
  private Optional<String> frame() {
    return Optional.of(properties.getProperty("frame", "").strip()).filter(f -> !f.isEmpty());
  }

  private String matching(String key, Pattern pattern, String what) {
    var value = required(key);
    if (!pattern.matcher(value).matches()) {
      throw broken(key, "'" + value + "' is not " + what);
    }
    return value;
  }

  private String required(String key) {
    var value = properties.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw broken(key, "is missing");
    }
    return value;
  }

  private BrokenLab broken(String key, String what) {
    return new BrokenLab(file + ": " + key + ": " + what);
  }
}
