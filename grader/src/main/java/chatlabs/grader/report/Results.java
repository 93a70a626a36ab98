package chatlabs.grader.report;

import chatlabs.grader.transcript.Stretch;
import chatlabs.grader.verdict.RunVerdict;
import chatlabs.grader.verdict.Status;
import chatlabs.grader.verdict.SubmissionVerdict;
import chatlabs.grader.verdict.Verdict;
import chatlabs.grader.verdict.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code results.json}: everything about a run, for programs; docs/results-json.md has each field.
 */
public final class Results {

  /** The number of this format; it grows when a field changes its meaning or goes away. */
  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(Status.class, Labelled.class)
          .addMixIn(Verdict.class, Labelled.class)
          .addMixIn(Visibility.class, Labelled.class)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // written by a later version
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultNullHandling(nulls -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .build();

  private Results() {}

  /** The file as it stands on disk: {@link RunVerdict} with the number of the format before it. */
  private record Document(
      int format,
      String lab,
      long seed,
      String sandbox,
      String subject,
      Instant started,
      List<SubmissionVerdict> submissions) {}

  /** Enums stand in the file by their label. */
  private interface Labelled {
    @JsonValue
    String label();
  }

  /**
   * Replaces {@code file} by this run's results, whole or not at all.
   *
   * @throws IOException with a message that names the file
   */
  public static void write(RunVerdict run, Path file) throws IOException {
    WholeFile.write(file, toJson(run));
  }

  static String toJson(RunVerdict run) {
    return JSON.writeValueAsString(
            new Document(
                FORMAT,
                run.lab(),
                run.seed(),
                run.sandbox(),
                run.subject(),
                run.started(),
                run.submissions()))
        + "\n";
  }

  /**
   * Reads what {@link #write} wrote, whatever fields a later version has added.
   *
   * @throws IOException with a message for a person, which names the file and the field, when it
   *     cannot be read, is not JSON, is not a {@code results.json}, or has a newer format
   */
  public static RunVerdict read(Path file) throws IOException {
    try {
      return fromJson(Files.readString(file));
    } catch (MalformedInputException e) {
      throw new IOException(file + " is not a text file in UTF-8", e);
    } catch (DatabindException e) {
      throw new IOException(file + ": " + field(e) + ": " + e.getOriginalMessage(), e);
    } catch (JacksonException e) {
      throw new IOException(file + " is not whole JSON: " + place(e), e);
    } catch (IOException e) {
      throw new IOException("cannot read " + file + ": " + WholeFile.reason(e), e);
    }
  }

  /** Drawings came later; where there are none, none is what there is. */
  private static void addWhatEarlierVersionsLack(JsonNode root) {
    for (var evidence : root.findValues("evidence")) {
      if (evidence instanceof ObjectNode object && !object.has("drawing")) {
        object.set("drawing", JSON.valueToTree(Stretch.EMPTY));
      }
    }
  }

  private static RunVerdict fromJson(String json) throws IOException {
    JsonNode root = JSON.readTree(json);
    JsonNode format = root.path("format");
    if (!root.has("submissions") || !format.isInt()) {
      throw new IOException("it is not a results.json that chatlab has written");
    }
    if (format.intValue() > FORMAT) {
      throw new IOException(
          "it has format %d, and this chatlab knows formats up to %d: use a newer chatlab"
              .formatted(format.intValue(), FORMAT));
    }
    addWhatEarlierVersionsLack(root);
    Document document = JSON.treeToValue(root, Document.class);
    return new RunVerdict(
        document.lab(),
        document.seed(),
        document.sandbox(),
        document.subject(),
        document.started(),
        document.submissions());
  }

  /** {@code submissions[3].checks[0].verdict}. */
  private static String field(DatabindException e) {
    var path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      path.append(name == null ? "[" + step.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
    }
    return path.isEmpty() ? "the file" : path.toString();
  }

  private static String place(JacksonException e) {
    return "line %d, column %d: %s"
        .formatted(
            e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage());
  }
}
