package chatlabs.echo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

/** Runs in the compiler, if anybody lets it. */
@SupportedAnnotationTypes("*")
public final class Helper extends AbstractProcessor {
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    try {
      Files.writeString(Path.of("%VICTIM%/planted-by-a-processor"), "");
    } catch (IOException held) {
      throw new IllegalStateException(held);
    }
    return false;
  }
}
