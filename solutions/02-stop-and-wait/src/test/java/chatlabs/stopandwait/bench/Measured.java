package chatlabs.stopandwait.bench;

import java.util.Locale;

/**
 * What a transfer took.
 *
 * @param transmissions how many data frames were sent, those that were sent again among them
 * @param nanos from the first transmission to the last acknowledgement
 */
record Measured(Setting setting, int transmissions, long nanos) {
  static final String HEADER =
      "loss_percent,round_trip_ms,frame_time_ms,timeout_ms,frames,transmissions,seconds,"
          + "payload_kbit_per_s,utilisation,formula,deviation_percent";

  /** The part of the time in which the line carried new payload. */
  double utilisation() {
    return setting.frames() * (double) setting.frameTime().toNanos() / nanos;
  }

  /** By how many percent that is more than the formula says. */
  double deviation() {
    return 100 * (utilisation() / setting.utilisation() - 1);
  }

  String csv() {
    double seconds = nanos / 1e9;
    return String.format(
        Locale.ROOT,
        "%d,%s,%.3f,%.3f,%d,%d,%.4f,%.1f,%.4f,%.4f,%.1f",
        setting.loss(),
        number(Setting.millis(setting.roundTrip())),
        Setting.millis(setting.frameTime()),
        Setting.millis(setting.timeout()),
        setting.frames(),
        transmissions,
        seconds,
        setting.frames() * 1_024 * 8 / seconds / 1_000,
        utilisation(),
        setting.utilisation(),
        deviation());
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "%6d %%  %8s ms  %8d  %10d  %10.1f %%  %10.1f %%  %+7.1f %%",
        setting.loss(),
        number(Setting.millis(setting.roundTrip())),
        setting.frames(),
        transmissions,
        100 * utilisation(),
        100 * setting.utilisation(),
        deviation());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
