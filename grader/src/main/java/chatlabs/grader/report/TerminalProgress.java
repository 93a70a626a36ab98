package chatlabs.grader.report;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that rewrites one line of a terminal and wipes it at the end. */
final class TerminalProgress implements Progress {

  private static final int WIDTH =
      78; // the width of a terminal is not known without a library for it
  private static final int NAME = 24;
  private static final int REFRESH_MILLIS = 200;

  private final ProgressBar bar;

  TerminalProgress(String task, int total, PrintStream terminal) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(oneLine(terminal))
            .clearDisplayOnFinish()
            .build();
  }

  /** The library's own consumer ends with a line break, which would leave an empty line. */
  private static ConsoleProgressBarConsumer oneLine(PrintStream terminal) {
    return new ConsoleProgressBarConsumer(terminal, WIDTH) {
      @Override
      public void close() {
        terminal.flush();
      }
    };
  }

  @Override
  public void done(String name) {
    bar.setExtraMessage(TextWidth.cut(Printable.of(name), NAME));
    bar.step();
  }

  @Override
  public void close() {
    bar.close();
  }
}
